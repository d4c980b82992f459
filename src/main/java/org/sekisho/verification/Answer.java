package org.sekisho.verification;

import java.time.Instant;

/** What became of a code that was entered. */
public sealed interface Answer {

    record Right(Onward onward) implements Answer {}

    /**
     * @param tries how many wrong codes in a row there were, this one included
     * @param triesLeft how many more may be entered before the case ends
     */
    record Wrong(int tries, int triesLeft) implements Answer {}

    /** It was right once and has been used; not counted. */
    record Used() implements Answer {}

    /** It was right once, and is no longer: too late, or a newer one has taken its place. Not counted. */
    record Void() implements Answer {}

    /** Too soon after wrong ones; not compared. */
    record TooSoon(Instant until) implements Answer {}

    /** This method cannot be used from this browser now; not compared. */
    record Refused() implements Answer {}

    /** That was one wrong code too many: the case has ended. */
    record Ended(boolean methodDisabled, Onward onward) implements Answer {}

    /** The case has run out of time. */
    record Expired() implements Answer {}
}
