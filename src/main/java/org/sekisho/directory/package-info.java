/** Whose account it is: people, their units, affiliations and roles, and their passwords. */
@ApplicationModule(allowedDependencies = {"shared", "vault", "throttle", "audit"})
@NullMarked
package org.sekisho.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
