package org.sekisho.channel;

/** Where a message stands; it ends in {@link #SENT} or below. */
public enum MessageState {
    PENDING,
    SENDING,
    /** The carrier has taken it, and may yet say what became of it. */
    SENT,
    /** The carrier says that it has arrived, or that the call was taken. */
    DELIVERED,
    /** The carrier took it, and the network then refused it. */
    UNDELIVERED,
    /** Nobody took the call: the line was busy, or it rang in vain. */
    UNANSWERED,
    /** The channel refused it for good, or too often. */
    FAILED,
    /** Its time ran out, or its case ended, before it was sent. */
    EXPIRED,
    /** The node died while sending it, or the carrier did not say: it may or may not have gone out. */
    UNKNOWN
}
