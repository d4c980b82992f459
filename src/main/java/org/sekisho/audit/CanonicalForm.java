package org.sekisho.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.vault.SealedSecret;

/**
 * The one sequence of bytes that stands for an event: equal events have equal bytes, different events different ones. What
 * is later chained, sealed and checked offline is these bytes, so the encoding of a version never changes.
 *
 * <p>Version 1, all numbers big-endian:
 *
 * <ol>
 *   <li>one byte: the version, 1
 *   <li>the moment: 8 bytes of seconds since 1970-01-01T00:00:00Z and 4 bytes of nanoseconds within the second
 *   <li>the fields <em>actor, action, subject, case, step, result</em>, in this order: 4 bytes of length and as many bytes of
 *       UTF-8; an absent field has the length −1 and no bytes. Ids are written as lower-case UUIDs with hyphens.
 *   <li>the details: 4 bytes with their number, then the name and the value of each as fields, ordered by name in UTF-16
 *       code units (Java's own order of strings)
 * </ol>
 *
 * <p>Version 2, for events that came from outside, goes on with the origin: the id of the key that sealed it as a field, then 4
 * bytes of length and as many bytes of ciphertext. They stay when the key is destroyed, and so what is proved about the event
 * does as well.
 */
public final class CanonicalForm {

    private static final int WITHOUT_ORIGIN = 1;
    private static final int WITH_ORIGIN = 2;
    private static final int ABSENT = -1;

    private CanonicalForm() {}

    public static byte[] encode(AuditEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(event.origin().isPresent() ? WITH_ORIGIN : WITHOUT_ORIGIN);
            out.writeLong(event.at().getEpochSecond());
            out.writeInt(event.at().getNano());
            write(out, event.actor().map(UUID::toString).orElse(null));
            write(out, event.action());
            write(out, event.subject().map(UUID::toString).orElse(null));
            write(out, event.caseId().map(UUID::toString).orElse(null));
            write(out, event.step().orElse(null));
            write(out, event.result());
            Map<String, String> details = new TreeMap<>(event.details());
            out.writeInt(details.size());
            for (Map.Entry<String, String> detail : details.entrySet()) {
                write(out, detail.getKey());
                write(out, detail.getValue());
            }
            if (event.origin().isPresent()) {
                write(out, event.origin().get().key().toString());
                write(out, event.origin().get().sealed().toBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException where the bytes are not an event, the whole event and nothing but the event
     */
    public static AuditEvent decode(byte[] canonical) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(canonical);
        try (DataInputStream in = new DataInputStream(bytes)) {
            int version = in.readByte();
            if (version != WITHOUT_ORIGIN && version != WITH_ORIGIN) {
                throw new IllegalArgumentException("an event of an unknown version");
            }
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            Optional<UUID> actor = read(in).map(UUID::fromString);
            String action = read(in).orElseThrow(CanonicalForm::malformed);
            Optional<UUID> subject = read(in).map(UUID::fromString);
            Optional<UUID> caseId = read(in).map(UUID::fromString);
            Optional<String> step = read(in);
            String result = read(in).orElseThrow(CanonicalForm::malformed);
            Map<String, String> details = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                details.put(
                        read(in).orElseThrow(CanonicalForm::malformed), read(in).orElseThrow(CanonicalForm::malformed));
            }
            Optional<SealedOrigin> origin = version == WITH_ORIGIN ? Optional.of(readOrigin(in)) : Optional.empty();
            if (bytes.available() > 0) {
                throw malformed();
            }
            return new AuditEvent(at, actor, action, subject, caseId, step, result, details, origin);
        } catch (IOException | DateTimeException | ArithmeticException malformed) {
            throw new IllegalArgumentException("a malformed event", malformed);
        }
    }

    private static void write(DataOutputStream out, @Nullable String field) throws IOException {
        if (field == null) {
            out.writeInt(ABSENT);
            return;
        }
        write(out, field.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }

    private static Optional<String> read(DataInputStream in) throws IOException {
        return readBytes(in).map(utf8 -> new String(utf8, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return Optional.empty();
        }
        if (length < 0 || length > in.available()) {
            throw malformed();
        }
        return Optional.of(in.readNBytes(length));
    }

    private static SealedOrigin readOrigin(DataInputStream in) throws IOException {
        return new SealedOrigin(
                read(in).map(UUID::fromString).orElseThrow(CanonicalForm::malformed),
                readBytes(in).map(SealedSecret::ofBytes).orElseThrow(CanonicalForm::malformed));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a malformed event");
    }
}
