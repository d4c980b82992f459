/** App passwords: for programs that cannot ask for a second factor. They never sign in; services ask whether one is right. */
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
            "factor :: ui",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.factor.apppassword;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
