package org.sekisho.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
 */
final class CanonicalForm {

    private static final int VERSION = 1;
    private static final int ABSENT = -1;

    private CanonicalForm() {}

    static byte[] encode(AuditEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
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
    static AuditEvent decode(byte[] canonical) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(canonical);
        try (DataInputStream in = new DataInputStream(bytes)) {
            if (in.readByte() != VERSION) {
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
            if (bytes.available() > 0) {
                throw malformed();
            }
            return new AuditEvent(at, actor, action, subject, caseId, step, result, details);
        } catch (IOException tooShort) {
            throw new IllegalArgumentException("a malformed event", tooShort);
        }
    }

    private static void write(DataOutputStream out, @Nullable String field) throws IOException {
        if (field == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static Optional<String> read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return Optional.empty();
        }
        if (length < 0 || length > in.available()) {
            throw malformed();
        }
        return Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a malformed event");
    }
}
