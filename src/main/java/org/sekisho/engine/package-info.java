/** The only door to the process engine. Everything here is package-private: others see the ports of <code>process</code>. */
@ApplicationModule(allowedDependencies = {"process", "shared"})
@NullMarked
package org.sekisho.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
