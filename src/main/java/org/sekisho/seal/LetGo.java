package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditEvent;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;

/**
 * What a rule of retention has let go of a block at one time, as the event {@value #ACTION} tells it.
 *
 * @param places of the events within the block
 * @param digest by the vault: without it nobody takes events away and calls it retention
 */
@SuppressWarnings("ArrayRecordComponent") // what an event says, never compared
record LetGo(long block, BitSet places, byte[] digest) {

    static final String ACTION = "audit.events-retired";
    private static final String CONTEXT = "audit-retention";
    private static final String BLOCK = "block";
    private static final String PLACES = "places";
    private static final String DIGEST = "digest";

    static LetGo confirmed(long block, BitSet places, Vault vault) {
        return new LetGo(block, places, vault.digest(statement(block, places), CONTEXT));
    }

    /** What an event says; empty where it says nothing of the kind. Whether it is true is for the vault to confirm. */
    static Optional<LetGo> read(AuditEvent event) {
        Map<String, String> told = event.details();
        if (!event.action().equals(ACTION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LetGo(
                    Long.parseLong(told.getOrDefault(BLOCK, "")),
                    BitSet.valueOf(Base64.getUrlDecoder().decode(told.getOrDefault(PLACES, ""))),
                    HexFormat.of().parseHex(told.getOrDefault(DIGEST, ""))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    boolean isConfirmed(Vault vault) {
        return vault.matches(digest, statement(block, places), CONTEXT);
    }

    Map<String, String> details() {
        return Map.of(
                BLOCK,
                Long.toString(block),
                PLACES,
                Base64.getUrlEncoder().withoutPadding().encodeToString(places.toByteArray()),
                DIGEST,
                HexFormat.of().formatHex(digest));
    }

    private static Secret<byte[]> statement(long block, BitSet places) {
        byte[] which = places.toByteArray();
        return Secret.of(ByteBuffer.allocate(Long.BYTES + which.length)
                .putLong(block)
                .put(which)
                .array());
    }
}
