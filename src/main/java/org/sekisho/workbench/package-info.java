/** The shell and the one route for every task; it knows no process and no factor. */
@ApplicationModule(allowedDependencies = {"shared", "wording", "process", "directory", "audit", "security"})
@NullMarked
package org.sekisho.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
