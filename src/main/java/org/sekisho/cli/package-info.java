/** Commands for operators, run in the product's own process without listening on any port. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "wording",
            "directory",
            "vault",
            "audit",
            "seal",
            "proof",
            "reconciliation",
            "channel"
        })
@NullMarked
package org.sekisho.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
