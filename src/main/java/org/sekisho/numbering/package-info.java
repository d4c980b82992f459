/** The world's numbering plans: reads a telephone number as a person types it, and says what may be reached. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sekisho.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
