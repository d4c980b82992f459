/** Doing without MFA again: the process <code>termination</code>, from a reasoned request to MFA being off. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "calendar",
            "audit",
            "notice",
            "factor",
            "verification",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.termination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
