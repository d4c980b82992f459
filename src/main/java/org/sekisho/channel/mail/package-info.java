/** Reaches a person by e-mail over SMTP. */
@ApplicationModule(allowedDependencies = {"shared", "channel"})
@NullMarked
package org.sekisho.channel.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
