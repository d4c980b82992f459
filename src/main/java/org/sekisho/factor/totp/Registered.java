package org.sekisho.factor.totp;

/** What became of a code that was entered to prove an app. */
public sealed interface Registered {

    /** The app is a method of the account now. */
    record Proved() implements Registered {}

    /**
     * @param tries how many wrong codes there were, this one included
     * @param triesLeft how many more may be entered
     */
    record Wrong(int tries, int triesLeft) implements Registered {}

    /** It was right once and has been used; not counted. */
    record Used() implements Registered {}

    /** One wrong code too many: the key is void. */
    record Exhausted() implements Registered {}

    /** Too late: the key is void. */
    record Expired() implements Registered {}
}
