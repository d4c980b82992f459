/** What agents see and do. */
@ApplicationModule(
        allowedDependencies = {"shared", "wording", "process", "directory", "audit", "security", "workbench"})
@NullMarked
package org.sekisho.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
