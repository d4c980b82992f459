/** A demo world; present only under the profile <code>demo</code>. */
@ApplicationModule(allowedDependencies = {"shared", "wording", "directory", "channel", "security", "workbench"})
@NullMarked
package org.sekisho.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
