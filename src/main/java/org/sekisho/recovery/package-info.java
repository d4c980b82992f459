/** The way back of who has lost every method: the process <code>recovery</code>, for its person and for the helpdesk. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "throttle",
            "calendar",
            "audit",
            "channel",
            "contact",
            "factor",
            "notice",
            "evidence",
            "incident",
            "vouching",
            "accesspass",
            "verification",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
