package org.sekisho.factor.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.springframework.stereotype.Component;

/** What browsers are told when they ask a device, in the JSON form of WebAuthn §5.1.8 and §5.1.10. */
@Component
class CeremonyOptions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "public-key";
    private static final int ACCOUNT_BYTES = 2 * Long.BYTES;

    private final RelyingParty party;
    private final PasskeyProperties policy;
    private final Clock clock;

    CeremonyOptions(RelyingParty party, PasskeyProperties policy, Clock clock) {
        this.party = party;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * For a new passkey.
     *
     * @param already the passkeys of the account, none of which is made anew
     */
    String create(Question question, Account account, Collection<Passkey> already) {
        return json(Map.of(
                "rp", Map.of("id", party.id(), "name", party.name()),
                "user",
                        Map.of(
                                "id", userHandle(account.id()),
                                "name", account.commonId().value(),
                                "displayName", account.name()),
                "challenge", question.challenge(),
                "pubKeyCredParams",
                        WebAuthn.ALGORITHMS.stream()
                                .map(COSEAlgorithmIdentifier::getValue)
                                .map(algorithm -> Map.of("type", TYPE, "alg", algorithm))
                                .toList(),
                "timeout", millisLeft(question),
                "excludeCredentials",
                        already.stream().map(CeremonyOptions::descriptor).toList(),
                "authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "preferred"),
                "attestation", policy.models().isEmpty() ? "none" : "direct"));
    }

    /** For the proof of one passkey after a password. */
    String prove(Question question, Passkey passkey) {
        return request(question, Stream.of(passkey), "preferred");
    }

    /** For a passkey that the person chooses on their device and that stands for the password as well. */
    String alone(Question question) {
        return request(question, Stream.empty(), "required");
    }

    private String request(Question question, Stream<Passkey> allowed, String userVerification) {
        return json(Map.of(
                "challenge", question.challenge(),
                "timeout", millisLeft(question),
                "rpId", party.id(),
                "allowCredentials", allowed.map(CeremonyOptions::descriptor).toList(),
                "userVerification", userVerification));
    }

    /** The name of the account on devices: opaque, and the same for all its passkeys (WebAuthn §14.6.1). */
    static String userHandle(AccountId account) {
        ByteBuffer bytes = ByteBuffer.allocate(ACCOUNT_BYTES);
        bytes.putLong(account.value().getMostSignificantBits());
        bytes.putLong(account.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Map<String, Object> descriptor(Passkey passkey) {
        return Map.of(
                "type", TYPE,
                "id", passkey.credentialId(),
                "transports", List.copyOf(passkey.transports()));
    }

    private long millisLeft(Question question) {
        return Duration.between(clock.instant(), question.expiresAt()).toMillis();
    }

    private static String json(Map<String, Object> options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers cannot be written", impossible);
        }
    }
}
