package org.sekisho.factor.passkey;

import java.util.Set;
import org.sekisho.factor.FactorId;

/**
 * A registered passkey.
 *
 * @param credentialId the name under which its device knows it, in base64url
 * @param credential its model, name and public key (WebAuthn §6.5.1), in base64url
 * @param count the highest signature count seen; 0 for devices that do not count
 * @param backupEligible whether it may be copied to other devices of its person (WebAuthn §6.1.3)
 * @param transports how browsers reach its device, as they told it themselves
 */
record Passkey(
        FactorId factor,
        String credentialId,
        String credential,
        long count,
        boolean backupEligible,
        Set<String> transports) {

    Passkey {
        transports = Set.copyOf(transports);
    }
}
