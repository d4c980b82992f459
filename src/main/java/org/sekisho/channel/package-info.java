/** Ways to reach a person, behind one transactional outbox. */
@ApplicationModule(
        allowedDependencies = {"shared", "process", "directory", "vault", "audit", "throttle", "numbering", "workbench"
        })
@NullMarked
package org.sekisho.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
