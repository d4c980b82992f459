/** Passkeys and security keys (WebAuthn): as a second step, and alone; with their set-up process. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "throttle",
            "audit",
            "factor",
            "factor :: ui",
            "security",
            "security :: ui",
            "workbench",
            "verification"
        })
@NullMarked
package org.sekisho.factor.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
