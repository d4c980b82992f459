package org.sekisho.seal;

import java.util.Locale;

/** What the chain says of one event. */
public enum ChainState {
    /** It says what was sealed: its hash stands in its block, and a key of the product has signed the block. */
    VERIFIED,
    /** It does not say what was sealed, or what should prove it does not hold, or no block has ever taken it in. */
    BROKEN,
    /** No block has taken it in yet, and so nothing proves it. */
    UNSEALED;

    /** Names it in texts and lists, in small letters. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
