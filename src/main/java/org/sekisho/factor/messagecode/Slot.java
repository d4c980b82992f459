package org.sekisho.factor.messagecode;

/** Where a telephone stands. An account has one number for each. */
public enum Slot {
    /** The person's own: texts or calls. */
    PHONE,
    /** Another one for when that is not at hand: calls. */
    ALTERNATE,
    /** At work, perhaps with an extension: calls. */
    OFFICE
}
