package org.sekisho.contact;

/** Why an address is not taken as it was typed. */
public enum AddressProblem {
    EMPTY,
    /** More than one address in the field. */
    SEVERAL,
    MALFORMED,
    /** An address of the organisation's own: taken when the person says so again. */
    OWN,
    /** An address of the organisation's own, which policy does not take. */
    OWN_REFUSED,
    ALREADY_CONFIRMED,
    /** Codes have been asked for too often today. */
    TOO_MANY_CODES
}
