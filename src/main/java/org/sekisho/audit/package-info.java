/** What happened: an append-only trail of facts. */
@ApplicationModule(allowedDependencies = {"shared", "process", "vault"})
@NullMarked
package org.sekisho.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
