package org.sekisho.vouching;

/** Where a question to a voucher stands. */
public enum VouchingState {
    ASKED,
    /** It is them. */
    VOUCHED,
    /** It is not them: the helpdesk was alarmed. */
    DENIED,
    /** Whoever was asked cannot say. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The recovery was over before. */
    OVER
}
