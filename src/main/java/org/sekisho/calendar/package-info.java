/** Business time: opening hours and holidays. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sekisho.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
