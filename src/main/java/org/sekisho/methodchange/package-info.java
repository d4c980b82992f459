/** The person manages their methods alone: the process <code>method-change</code>. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "audit",
            "channel",
            "dispute",
            "factor",
            "factor :: ui",
            "verification",
            "security",
            "termination",
            "workbench"
        })
@NullMarked
package org.sekisho.methodchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
