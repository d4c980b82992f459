/** Proof that the trail is whole: events sealed into signed blocks, verified, and written down outside. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "calendar",
            "directory",
            "vault",
            "audit",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
