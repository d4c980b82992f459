/** The vocabulary in which the product speaks of processes, free of any engine: keys, variables, tasks, steps and the ports to them. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sekisho.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
