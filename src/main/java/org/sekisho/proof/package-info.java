/** Evidence to take away: one file that anybody can check without this product's server. */
@ApplicationModule(allowedDependencies = {"shared", "wording", "process", "directory", "audit", "seal", "archive"})
@NullMarked
package org.sekisho.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
