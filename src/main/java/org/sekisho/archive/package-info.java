/** Every case as it is found years later: where it stands, how it went, and all that its replay needs once the engine has forgotten it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "calendar",
            "directory",
            "audit",
            "seal",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
