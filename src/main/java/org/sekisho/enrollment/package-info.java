/** From the application to enforced MFA: the process <code>enrollment</code>. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "calendar",
            "audit",
            "channel",
            "contact",
            "notice",
            "factor",
            "verification",
            "approval",
            "security",
            "termination",
            "workbench"
        })
@NullMarked
package org.sekisho.enrollment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
