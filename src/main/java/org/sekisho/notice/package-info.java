/** Security notices: every event to every known address, in the language of the person. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "contact",
            "channel",
            "factor",
            "audit",
            "seal"
        })
@NullMarked
package org.sekisho.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
