/** Reaches a person by a call that speaks, and listens to what is keyed. */
@ApplicationModule(allowedDependencies = {"shared", "channel", "channel.twilio", "wording"})
@NullMarked
package org.sekisho.channel.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
