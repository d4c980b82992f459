/** What agents see and do: the list of tasks that groups are offered, how work is shared out, notes, and how it all goes. */
@ApplicationModule(
        allowedDependencies = {"shared", "wording", "process", "directory", "calendar", "audit", "security", "workbench"
        })
@NullMarked
package org.sekisho.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
