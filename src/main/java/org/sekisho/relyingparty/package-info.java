/** Services that rely on Sekisho and what each requires. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "security",
            "enrollment",
            "termination",
            "verification",
            "workbench"
        })
@NullMarked
package org.sekisho.relyingparty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
