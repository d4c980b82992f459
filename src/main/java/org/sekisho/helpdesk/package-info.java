/** What agents see and do. */
@ApplicationModule(allowedDependencies = {"wording", "process", "workbench"})
@NullMarked
package org.sekisho.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
