/** The temporary access pass: stands in for the second factor once, and opens the set-up of a new method alone. */
@ApplicationModule(allowedDependencies = {"shared", "process", "directory", "vault", "throttle", "audit", "security"})
@NullMarked
package org.sekisho.accesspass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
