package org.sekisho.factor.messagecode;

/** Why a number that was given is not taken. */
public enum PhoneProblem {
    EMPTY,
    NOT_A_NUMBER,
    IMPOSSIBLE,
    PREMIUM,
    COUNTRY_CLOSED,
    /** A fixed line was given for text messages. */
    NO_TEXTS,
    /** The extension is not one to ten digits. */
    EXTENSION,
    /** It is a method already, of this account or another. */
    BOUND,
    /** The account has a number for this place already. */
    SLOT_TAKEN
}
