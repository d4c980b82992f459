package org.sekisho.factor.messagecode;

/** How a code reaches the telephone. */
public enum Delivery {
    TEXT,
    CALL
}
