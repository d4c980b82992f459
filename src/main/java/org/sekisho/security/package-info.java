/** Who is signed in, and how strongly: the sign-in pipeline and the sessions. */
@ApplicationModule(allowedDependencies = {"shared", "wording", "process", "vault", "directory", "throttle", "audit"})
@NullMarked
package org.sekisho.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
