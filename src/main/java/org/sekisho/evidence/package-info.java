/** What speaks for a person in a case: records of evidence, how far they carry, and photos of ID cards. */
@ApplicationModule(allowedDependencies = {"shared", "process", "directory", "vault", "audit"})
@NullMarked
package org.sekisho.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
