/** Values everyone may speak. Knows no framework and no other module. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sekisho.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
