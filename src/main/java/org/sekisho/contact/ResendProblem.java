package org.sekisho.contact;

/** Why no other code is sent. */
public enum ResendProblem {
    /** The last one has only just been sent. */
    TOO_SOON,
    /** This address has been sent as many as it may, or the account as many as in one day. */
    TOO_MANY
}
