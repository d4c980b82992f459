/** Incident mode: while a carrier or a kind of method is down, a lead has those who depend on it wait less. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "audit",
            "channel",
            "contact",
            "factor",
            "notice",
            "security",
            "workbench"
        })
@NullMarked
package org.sekisho.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
