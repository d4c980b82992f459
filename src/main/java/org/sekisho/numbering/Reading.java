package org.sekisho.numbering;

import org.sekisho.shared.PhoneNumber;

/** What a typed number is found to be. */
public sealed interface Reading {

    /**
     * A number that may be reached.
     *
     * @param takesTexts whether text messages can be expected to arrive: not on a fixed line
     */
    record Number(PhoneNumber number, boolean takesTexts) implements Reading {}

    /** It is not taken. */
    record Refused(NumberProblem problem) implements Reading {}
}
