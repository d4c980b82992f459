/** Commands for operators. */
@ApplicationModule(allowedDependencies = {"shared", "directory", "vault"})
@NullMarked
package org.sekisho.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
