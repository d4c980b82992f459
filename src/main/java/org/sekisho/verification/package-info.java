/** One-time codes, the case of a sign-in, and proof of a fresh factor. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "throttle",
            "audit",
            "calendar",
            "factor",
            "factor :: ui",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
