package org.sekisho.methodchange;

/** What a person may do about their methods. */
public enum Change {
    ADD,
    RENAME,
    /** Makes another one the default. */
    PREFER,
    /** A new one takes the place of an old one, which is revoked only when the new one is proved. */
    REPLACE,
    REMOVE
}
