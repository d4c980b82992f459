package org.sekisho.factor.passkey;

/** What became of a passkey that a device has made. */
public sealed interface Registered {

    /** The passkey is a method of the account now. */
    record Done() implements Registered {}

    /** It has no name, or one that is too long; not counted. */
    record Unnamed() implements Registered {}

    /**
     * What the device answered is not genuine, or not meant for here.
     *
     * @param triesLeft how many more answers may be given
     */
    record Refused(int triesLeft) implements Registered {}

    /** The organisation does not allow devices of this model; not counted. */
    record ModelNotAllowed() implements Registered {}

    /** It is a method already; not counted. */
    record Known() implements Registered {}

    /** The device took too long, or has answered before; not counted. */
    record TooLate() implements Registered {}

    /** One refused answer too many: the set-up is over. */
    record Exhausted() implements Registered {}

    /** The time for the set-up has run out. */
    record Expired() implements Registered {}
}
