/** Recovery codes: ten codes kept on paper or in a safe, each of which is right once, and their set-up process. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "audit",
            "factor",
            "factor :: ui",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.factor.recoverycodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
