/** Somebody who knows a person says whether it is them: the process <code>vouching</code>, and the people named for it before. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "throttle",
            "calendar",
            "audit",
            "factor",
            "notice",
            "evidence",
            "verification",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.vouching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
