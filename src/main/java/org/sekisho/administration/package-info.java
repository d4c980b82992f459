/** What administrators do on screen. */
@ApplicationModule(allowedDependencies = {"shared", "wording", "directory", "security", "workbench"})
@NullMarked
package org.sekisho.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
