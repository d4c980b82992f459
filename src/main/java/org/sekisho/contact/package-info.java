/** Confirmed addresses of a person, their age, and the process <code>contact-setup</code>. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "process",
            "directory",
            "vault",
            "throttle",
            "audit",
            "channel",
            "factor",
            "security",
            "workbench",
            "verification"
        })
@NullMarked
package org.sekisho.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
