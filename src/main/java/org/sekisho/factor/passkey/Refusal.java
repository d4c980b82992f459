package org.sekisho.factor.passkey;

import java.util.Locale;

/** Why what a device answered is not accepted; for the trail. */
enum Refusal {
    /** Not an answer at all. */
    MALFORMED,
    /** No passkey, or none that may be used here. */
    UNKNOWN_PASSKEY,
    /** It belongs to another account than it says. */
    OTHER_ACCOUNT,
    /** It was made for another address: somebody may have lured the person there. */
    OTHER_ORIGIN,
    /** It was made for another relying party. */
    OTHER_RELYING_PARTY,
    /** It answers something that was not asked here. */
    OTHER_QUESTION,
    USER_NOT_PRESENT,
    USER_NOT_VERIFIED,
    /** The device counts behind what was seen: there is a copy of it. */
    COPIED,
    /** The signature is not that of the passkey, or the answer contradicts itself. */
    NOT_GENUINE;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
