/** The authenticator app (RFC 6238) and its set-up process. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "throttle",
            "audit",
            "factor",
            "security",
            "workbench",
            "verification"
        })
@NullMarked
package org.sekisho.factor.totp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
