package org.sekisho.numbering;

/** Why a telephone number is not taken. */
public enum NumberProblem {
    /** Nothing was typed. */
    EMPTY,
    /** What was typed is no telephone number. */
    NOT_A_NUMBER,
    /** No such number can exist in its country: too short, too long, or a range that is not in use. */
    IMPOSSIBLE,
    /** Whoever calls it pays somebody for being called: premium rate, shared cost and universal access. */
    PREMIUM,
    /** The policy sends nothing to its country. */
    COUNTRY_CLOSED
}
