/** Reaches a person by text message. */
@ApplicationModule(allowedDependencies = {"channel", "channel.twilio"})
@NullMarked
package org.sekisho.channel.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
