package org.sekisho.seal;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys that sign the trail. Their private halves are sealed by the vault; each new one is vouched for by the one before. */
@Component
public class SealKeys {

    private final JdbcSealKeys keys;
    private final JdbcBlocks blocks;
    private final Vault vault;
    private final AuditTrail trail;
    private final SealProperties properties;
    private final Clock clock;

    SealKeys(
            JdbcSealKeys keys,
            JdbcBlocks blocks,
            Vault vault,
            AuditTrail trail,
            SealProperties properties,
            Clock clock) {
        this.keys = keys;
        this.blocks = blocks;
        this.vault = vault;
        this.trail = trail;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Puts a fresh key in the place of the one that signs; what was signed before stays valid.
     *
     * @return the fingerprint of the new one
     */
    @Transactional
    public Hash rotate() {
        blocks.lock();
        return made(keys.newest()).key().fingerprint();
    }

    /** All of them, the first one first; the last one signs. */
    @Transactional(readOnly = true)
    public List<SealKey> all() {
        return keys.all().stream().map(JdbcSealKeys.Stored::key).toList();
    }

    /** The one that signs now, for whoever holds the lock of the sealer: made where there is none, or where it is too old. */
    Signing signing() {
        Optional<JdbcSealKeys.Stored> newest = keys.newest();
        JdbcSealKeys.Stored current = newest.filter(stored ->
                        stored.key().createdAt().plus(properties.keyAge()).isAfter(clock.instant()))
                .orElseGet(() -> made(newest));
        return new Signing(current.key(), vault.open(current.privateKey(), context(current.key())));
    }

    /** Whether the key is one that a node with this vault has made. */
    boolean ours(JdbcSealKeys.Stored stored) {
        return vault.matches(stored.digest(), Secret.of(stored.key().statement()), context(stored.key()));
    }

    private JdbcSealKeys.Stored made(Optional<JdbcSealKeys.Stored> before) {
        KeyPair pair = pair();
        int number = before.map(stored -> stored.key().number() + 1).orElse(1);
        SealKey bare = new SealKey(
                number,
                pair.getPublic().getEncoded(),
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        SealKey key = new SealKey(
                number,
                bare.encoded(),
                before.map(stored ->
                        SealKey.sign(vault.open(stored.privateKey(), context(stored.key())), bare.statement())),
                bare.createdAt());
        JdbcSealKeys.Stored made = new JdbcSealKeys.Stored(
                key,
                vault.seal(Secret.of(pair.getPrivate().getEncoded()), context(key)),
                vault.digest(Secret.of(key.statement()), context(key)));
        keys.add(made);
        trail.record(
                "audit.seal-key-made",
                Optional.empty(),
                Optional.empty(),
                "made",
                Map.of(
                        "key",
                        Integer.toString(number),
                        "fingerprint",
                        key.fingerprint().toString()));
        return made;
    }

    private static String context(SealKey key) {
        return "audit-seal-key:" + key.number();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime cannot make Ed25519 keys", e);
        }
    }

    /** A key with what it takes to sign. */
    record Signing(SealKey key, Secret<byte[]> privateKey) {

        byte[] sign(byte[] content) {
            return SealKey.sign(privateKey, content);
        }
    }
}
