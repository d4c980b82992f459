/** Deciding on an application: by policy or by a person. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "calendar",
            "audit",
            "notice",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
