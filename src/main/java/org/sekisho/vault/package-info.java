/** The only place where keys are used: seals secrets at rest and computes keyed digests. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sekisho.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
