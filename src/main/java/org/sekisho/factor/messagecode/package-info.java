/** Codes by text message and call: one method for each place where a person has a telephone, and its set-up process. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "throttle",
            "audit",
            "numbering",
            "channel",
            "factor",
            "factor :: ui",
            "security",
            "verification",
            "workbench"
        })
@NullMarked
package org.sekisho.factor.messagecode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
