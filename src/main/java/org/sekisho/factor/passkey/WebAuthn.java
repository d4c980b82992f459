package org.sekisho.factor.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.factor.FactorId;
import org.sekisho.shared.Secret;
import org.springframework.stereotype.Component;

/** What devices answer, read and verified (WebAuthn §7.1, §7.2); knows nothing of accounts and keeps nothing. */
@Component
class WebAuthn {

    /** The algorithms that devices have, the better first: Ed25519, ECDSA with P-256, RSA. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    /** Far more than any device says. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final int LONGEST_TRANSPORTS = 200;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final RelyingParty party;

    WebAuthn(RelyingParty party) {
        this.party = party;
    }

    /** Reads the answer to a registration; empty where it is none. */
    Optional<RegistrationData> readNew(Secret<String> answer) {
        return read(answer, library::parseRegistrationResponseJSON)
                .filter(read -> read.getCollectedClientData() != null
                        && read.getAttestationObject() != null
                        && read.getAttestationObject().getAuthenticatorData().getAttestedCredentialData() != null);
    }

    /** Reads the answer to a question; empty where it is none. */
    Optional<AuthenticationData> read(Secret<String> answer) {
        return read(answer, library::parseAuthenticationResponseJSON)
                .filter(read -> read.getCollectedClientData() != null
                        && read.getAuthenticatorData() != null
                        && read.getCredentialId() != null);
    }

    /** What strangers send fails in the library in more ways than its own exceptions tell. */
    private static <T> Optional<T> read(Secret<String> answer, Function<String, T> reader) {
        if (answer.reveal().length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.apply(answer.reveal()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The question that an answer claims to answer. */
    static String challenge(CollectedClientData said) {
        return text(said.getChallenge().getValue());
    }

    static String credentialId(AuthenticationData answer) {
        return text(answer.getCredentialId());
    }

    /** The model of the device that made a passkey (WebAuthn §6.5.1); zeros where it does not tell. */
    static UUID model(RegistrationData answer) {
        return Optional.ofNullable(attested(answer).getAaguid().getValue()).orElse(new UUID(0, 0));
    }

    /** Verifies a registration, and finds the passkey that it makes. */
    Finding<Passkey> verifyNew(FactorId factor, RegistrationData answer) {
        CollectedClientData said = answer.getCollectedClientData();
        if (!party.isAt(said.getOrigin())) {
            return Finding.refused(Refusal.OTHER_ORIGIN);
        }
        try {
            boolean userVerified = false;
            library.verify(answer, new RegistrationParameters(here(said), PARAMETERS, userVerified));
            return Finding.of(passkey(factor, answer));
        } catch (VerificationException wrong) {
            return Finding.refused(why(wrong));
        }
    }

    /**
     * Verifies an assertion.
     *
     * @param userVerified whether the device must have asked for a PIN, a finger or a face
     * @return the signature count of the device
     */
    Finding<Long> verify(Passkey passkey, AuthenticationData answer, boolean userVerified) {
        CollectedClientData said = answer.getCollectedClientData();
        if (!credentialId(answer).equals(passkey.credentialId())) {
            return Finding.refused(Refusal.UNKNOWN_PASSKEY);
        }
        if (!party.isAt(said.getOrigin())) {
            return Finding.refused(Refusal.OTHER_ORIGIN);
        }
        try {
            List<byte[]> any = List.of(answer.getCredentialId());
            library.verify(answer, new AuthenticationParameters(here(said), known(passkey), any, userVerified));
            return Finding.of(answer.getAuthenticatorData().getSignCount());
        } catch (VerificationException wrong) {
            return Finding.refused(why(wrong));
        }
    }

    /** The caller has found the question that the answer names among its own; the origin has been looked at here. */
    private ServerProperty here(CollectedClientData said) {
        return new ServerProperty(
                said.getOrigin(),
                party.id(),
                new DefaultChallenge(said.getChallenge().getValue()));
    }

    private CredentialRecordImpl known(Passkey passkey) {
        return new CredentialRecordImpl(
                null,
                null,
                passkey.backupEligible(),
                null,
                passkey.count(),
                credentials.convert(Base64.getUrlDecoder().decode(passkey.credential())),
                null,
                null,
                null,
                null);
    }

    private Passkey passkey(FactorId factor, RegistrationData answer) {
        AuthenticatorData<?> device = answer.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData attested = attested(answer);
        return new Passkey(
                factor,
                text(attested.getCredentialId()),
                text(credentials.convert(attested)),
                device.getSignCount(),
                device.isFlagBE(),
                transports(answer));
    }

    private static Set<String> transports(RegistrationData answer) {
        Set<String> told = Stream.ofNullable(answer.getTransports())
                .flatMap(Set::stream)
                .map(AuthenticatorTransport::getValue)
                .filter(transport -> transport.matches("[a-z-]+"))
                .collect(Collectors.toSet());
        return String.join(" ", told).length() > LONGEST_TRANSPORTS ? Set.of() : told;
    }

    private static AttestedCredentialData attested(RegistrationData answer) {
        return answer.getAttestationObject().getAuthenticatorData().getAttestedCredentialData();
    }

    private static Refusal why(VerificationException wrong) {
        if (wrong instanceof BadOriginException || wrong instanceof CrossOriginException) {
            return Refusal.OTHER_ORIGIN;
        }
        if (wrong instanceof BadRpIdException) {
            return Refusal.OTHER_RELYING_PARTY;
        }
        if (wrong instanceof BadChallengeException) {
            return Refusal.OTHER_QUESTION;
        }
        if (wrong instanceof UserNotPresentException) {
            return Refusal.USER_NOT_PRESENT;
        }
        if (wrong instanceof UserNotVerifiedException) {
            return Refusal.USER_NOT_VERIFIED;
        }
        return wrong instanceof MaliciousCounterValueException ? Refusal.COPIED : Refusal.NOT_GENUINE;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
