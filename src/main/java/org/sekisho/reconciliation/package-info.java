/** Whether the engine's own log of user operations and the trail say the same: one event for each operation, and none besides. */
@ApplicationModule(
        allowedDependencies = {"shared", "wording", "process", "directory", "audit", "security", "workbench"})
@NullMarked
package org.sekisho.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
