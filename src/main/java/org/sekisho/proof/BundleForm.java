package org.sekisho.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditEvent;

/**
 * The files of a bundle, as {@code docs/operations/evidence-bundle.md} tells strangers: JSON in UTF-8; digests, hashes and
 * fingerprints in small hexadecimal digits, other bytes in Base64 (RFC 4648 §4). Version 1 never changes.
 */
final class BundleForm {

    static final String NAME = "sekisho-evidence-bundle";
    static final int VERSION = 1;

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.jws";
    static final String KEYS = "keys.json";
    static final String BLOCKS = "blocks.ndjson";
    static final String EVENTS = "events.ndjson";
    static final String REPORT = "report.html";
    static final String RECORDS = "records/";
    static final String MODELS = "models/";

    /** The action of the event that proves the record of a case, and the detail of it that does so. */
    static final String RECORDED = "archive.case-recorded";

    static final String DIGEST = "sha256";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // the record of a case has a form of its own, of which little is read
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BundleForm() {}

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException where the text is not of this form */
    static <T> T read(byte[] text, Class<T> form) {
        try {
            return Optional.ofNullable(MAPPER.readValue(new String(text, StandardCharsets.UTF_8), form))
                    .orElseThrow(() -> new IllegalArgumentException("nothing is there"));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("a malformed file", malformed);
        }
    }

    /** @throws IllegalArgumentException where the text is not of this form */
    static <T> T read(byte[] text, TypeReference<T> form) {
        try {
            return MAPPER.readValue(new String(text, StandardCharsets.UTF_8), form);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("a malformed file", malformed);
        }
    }

    /** What is in the bundle. */
    @JsonPropertyOrder({"format", "version", "createdAt", "cases", "files"})
    record Manifest(String format, int version, String createdAt, List<String> cases, List<File> files) {

        Manifest {
            cases = List.copyOf(cases);
            files = List.copyOf(files);
        }
    }

    /** A file of the bundle. */
    @JsonPropertyOrder({"name", "bytes", "sha256"})
    record File(String name, long bytes, String sha256) {}

    /** A key; {@code endorsement} is absent for the first. */
    @JsonPropertyOrder({"number", "createdAt", "publicKey", "fingerprint", "endorsement"})
    record Key(
            int number,
            String createdAt,
            String publicKey,
            String fingerprint,
            @Nullable String endorsement) {}

    /** The head of a block. */
    @JsonPropertyOrder({"number", "header", "signature"})
    record Head(long number, String header, String signature) {}

    /** An event with its proof, and once more in words for readers; {@code event} says what {@code canonical} says. */
    @JsonPropertyOrder({"id", "block", "place", "path", "canonical", "event"})
    record Event(
            long id,
            long block,
            int place,
            List<String> path,
            String canonical,
            @Nullable Told event) {

        Event {
            path = List.copyOf(path);
        }
    }

    /** What an event says. */
    @JsonPropertyOrder({"at", "actor", "action", "subject", "case", "step", "result", "details"})
    record Told(
            String at,
            @Nullable String actor,
            String action,
            @Nullable String subject,
            @JsonProperty("case") @Nullable String caseId,
            @Nullable String step,
            String result,
            Map<String, String> details) {

        static Told of(AuditEvent event) {
            return new Told(
                    event.at().toString(),
                    event.actor().map(UUID::toString).orElse(null),
                    event.action(),
                    event.subject().map(UUID::toString).orElse(null),
                    event.caseId().map(UUID::toString).orElse(null),
                    event.step().orElse(null),
                    event.result(),
                    event.details());
        }
    }
}
