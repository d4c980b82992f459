package org.sekisho.factor.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.shared.Secret;

/**
 * A device that holds one passkey, and the browser it is attached to, made by hand from the standard (WebAuthn §5.8.1, §6.1,
 * §6.5): it answers what it is asked, or something that a good device never would.
 */
public final class TestDevice {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair key;
    private final byte[] credentialId;
    private String origin = "http://localhost:8080";
    private @Nullable String relyingParty;
    private UUID model = new UUID(0, 0);
    private int flags = PRESENT | VERIFIED;
    private long count;
    private boolean counts = true;
    private byte[] userHandle = {};

    public TestDevice() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            key = keys.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
        credentialId = new byte[32];
        new SecureRandom().nextBytes(credentialId);
    }

    /** The person is at another address, which looks like ours. */
    TestDevice at(String address) {
        origin = address;
        return this;
    }

    /** Signs for another relying party than it was asked for. */
    TestDevice forParty(String other) {
        relyingParty = other;
        return this;
    }

    TestDevice ofModel(UUID aaguid) {
        model = aaguid;
        return this;
    }

    /** Has neither a PIN nor a sensor. */
    TestDevice withoutVerification() {
        flags = PRESENT;
        return this;
    }

    TestDevice withoutPresence() {
        flags = 0;
        return this;
    }

    /** Always says 0, as passkeys do that are kept in several places. */
    TestDevice withoutCounter() {
        counts = false;
        count = 0;
        return this;
    }

    /** Goes back to where it stood so many signatures ago, as a copy made then would. */
    TestDevice countsBack(int signatures) {
        count -= signatures;
        return this;
    }

    /** Says that it belongs to somebody else. */
    TestDevice ofUser(byte[] handle) {
        userHandle = handle.clone();
        return this;
    }

    String credentialId() {
        return text(credentialId);
    }

    /** Makes the passkey. */
    public Secret<String> creates(String options) {
        JsonNode asked = parse(options);
        userHandle = bytes(asked.get("user").get("id").asText());
        byte[] said = clientData("webauthn.create", asked.get("challenge").asText());
        byte[] data = authenticatorData(asked.get("rp").get("id").asText(), true);
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xA3);
        attestation.writeBytes(cborText("fmt"));
        attestation.writeBytes(cborText("none"));
        attestation.writeBytes(cborText("attStmt"));
        attestation.write(0xA0);
        attestation.writeBytes(cborText("authData"));
        attestation.writeBytes(cborBytes(data));
        ObjectNode answer = answer();
        answer.putObject("response")
                .put("clientDataJSON", text(said))
                .put("attestationObject", text(attestation.toByteArray()))
                .putArray("transports")
                .add("internal")
                .add("hybrid");
        return Secret.of(answer.toString());
    }

    /** Signs what it is asked. */
    public Secret<String> signs(String options) {
        JsonNode asked = parse(options);
        byte[] said = clientData("webauthn.get", asked.get("challenge").asText());
        count += counts ? 1 : 0;
        byte[] data = authenticatorData(asked.get("rpId").asText(), false);
        ObjectNode answer = answer();
        answer.putObject("response")
                .put("clientDataJSON", text(said))
                .put("authenticatorData", text(data))
                .put("signature", text(signature(data, said)))
                .put("userHandle", text(userHandle));
        return Secret.of(answer.toString());
    }

    private ObjectNode answer() {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", text(credentialId)).put("rawId", text(credentialId)).put("type", "public-key");
        answer.putObject("clientExtensionResults");
        return answer;
    }

    private byte[] clientData(String type, String challenge) {
        ObjectNode said = JSON.createObjectNode();
        said.put("type", type).put("challenge", challenge).put("origin", origin).put("crossOrigin", false);
        return said.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String asked, boolean withKey) {
        byte[] attested = withKey ? attested() : new byte[0];
        String party = Objects.requireNonNullElse(relyingParty, asked);
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (withKey ? flags | ATTESTED : flags))
                .putInt((int) count)
                .put(attested)
                .array();
    }

    private byte[] attested() {
        byte[] publicKey = cose();
        return ByteBuffer.allocate(18 + credentialId.length + publicKey.length)
                .putLong(model.getMostSignificantBits())
                .putLong(model.getLeastSignificantBits())
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(publicKey)
                .array();
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 §7.1.1). */
    private byte[] cose() {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        cose.writeBytes(cborBytes(coordinate(open.getW().getAffineX())));
        cose.write(0x22);
        cose.writeBytes(cborBytes(coordinate(open.getW().getAffineY())));
        return cose.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
        return padded;
    }

    private static byte[] cborText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 | bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] cborBytes(byte[] bytes) {
        return ByteBuffer.allocate(3 + bytes.length)
                .put((byte) 0x59)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private byte[] signature(byte[] data, byte[] said) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(said));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JsonNode parse(String options) {
        try {
            return JSON.readTree(options);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
