/** Reports for auditors: how long steps take, how much there is, who decides what, and what is unusual. They change nothing. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "audit",
            "archive",
            "calendar",
            "helpdesk",
            "factor",
            "notice",
            "verification",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
