package org.sekisho.accesspass;

/** What came of a pass that somebody entered. */
public sealed interface Redemption {

    /** The session may set up a method now. */
    record Right() implements Redemption {}

    /** @param triesLeft how many more wrong ones are compared */
    record Wrong(int triesLeft) implements Redemption {}

    /** It has been redeemed before. */
    record Used() implements Redemption {}

    /** It was right once, but its time is over. */
    record Expired() implements Redemption {}

    /** Too many wrong ones: nothing is compared any more. */
    record Exhausted() implements Redemption {}
}
