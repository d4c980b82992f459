/** Counts tries exactly, also when they come in parallel. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sekisho.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
