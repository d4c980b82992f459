/** “This was not me”: the process <code>dispute</code>, from a link in a notice to a decision on the change. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "audit",
            "contact",
            "factor",
            "notice",
            "verification",
            "vouching",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
