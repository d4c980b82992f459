/** Ways to reach a person, behind one transactional outbox. */
@ApplicationModule(allowedDependencies = {"shared", "process", "directory", "vault", "audit"})
@NullMarked
package org.sekisho.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
