package org.sekisho.channel;

/** Where a message stands; every message ends in one of the last four. */
public enum MessageState {
    PENDING,
    SENDING,
    SENT,
    /** The channel refused it for good, or too often. */
    FAILED,
    /** Its time ran out, or its case ended, before it was sent. */
    EXPIRED,
    /** The node died while sending it: it may or may not have gone out. */
    UNKNOWN
}
