/** What can be enrolled: the catalogue of methods and what people have bound. */
@ApplicationModule(
        allowedDependencies = {"shared", "wording", "process", "directory", "audit", "security", "workbench"})
@NullMarked
package org.sekisho.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
