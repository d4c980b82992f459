/** The door to the telephone company: texts, calls, what it reports of them, and what it knows of a number. */
@ApplicationModule(allowedDependencies = {"shared", "channel", "audit"})
@NullMarked
package org.sekisho.channel.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
