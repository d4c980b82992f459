package org.sekisho.factor.passkey;

import java.time.Instant;

/** What a device is to sign, in base64url, and until when. */
record Question(String challenge, Instant expiresAt) {

    /** How a question stands. */
    enum State {
        OPEN,
        USED,
        /** A newer one has taken its place, or it is too late. */
        VOID
    }
}
