package org.sekisho.channel.twilio;

import org.sekisho.channel.Channel.Envelope;
import org.sekisho.channel.Channel.Refused;
import org.sekisho.channel.Receipt;

/** The telephone company. Throws as a {@link org.sekisho.channel.Channel} does; reports what became of each message. */
public interface Telephone {

    /** The company's name, as an outage names it. */
    String NAME = "twilio";

    /** Sends a text message. */
    Receipt text(Envelope envelope) throws Refused;

    /** Calls a number, and its extension where it has one, and goes by the script once somebody takes the call. */
    Receipt call(Envelope envelope, Script script) throws Refused;
}
