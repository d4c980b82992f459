package org.sekisho.channel;

import org.sekisho.shared.PhoneNumber;

/** Asks the carrier whether a number has lately moved to another SIM (NIST SP 800-63B-4 §3.1.3.3). */
public interface SimChange {

    /** Looks now, over the network; never throws. */
    Answer lately(PhoneNumber number);

    /** What the carrier knows. */
    enum Answer {
        UNCHANGED,
        /** It has: what goes to this number may go to somebody else, and waits for a person to decide. */
        CHANGED,
        /** Not configured, not offered for this number, or no answer. */
        NOT_KNOWN
    }
}
