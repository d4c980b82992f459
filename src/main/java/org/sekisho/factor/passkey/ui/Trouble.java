package org.sekisho.factor.passkey.ui;

import java.util.Locale;

/** Why a browser came back without an answer (WebAuthn §5.1.3, §5.1.4). */
enum Trouble {
    /** Closed, too slow, or there is no such passkey: browsers do not tell which, so that pages cannot find out. */
    CANCELLED,
    /** The device holds one of the account already. */
    KNOWN,
    UNSUPPORTED,
    /** The browser does not let passkeys be used at this address. */
    ADDRESS,
    /** A newer question has taken its place: nothing to say. */
    REPLACED,
    OTHER;

    /** @param name the name of the browser's exception */
    static Trouble of(String name) {
        return switch (name) {
            case "NotAllowedError" -> CANCELLED;
            case "InvalidStateError" -> KNOWN;
            case "NotSupportedError", "ConstraintError" -> UNSUPPORTED;
            case "SecurityError" -> ADDRESS;
            case "AbortError" -> REPLACED;
            default -> OTHER;
        };
    }

    String key() {
        return "factor.passkey.trouble." + name().toLowerCase(Locale.ROOT);
    }
}
