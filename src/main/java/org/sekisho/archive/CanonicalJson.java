package org.sekisho.archive;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.ProcessKey;

/**
 * The one text that stands for a record: JSON in UTF-8 without blanks, names in the order of the alphabet, moments in ISO 8601,
 * absent values left out, ids as plain strings. Equal records have equal texts, so that a digest of the text proves the record.
 */
final class CanonicalJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // a later form of the record may know more
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .addMixIn(CaseId.class, Id.class)
            .addMixIn(ProcessKey.class, Key.class)
            .addMixIn(DecisionKey.class, Key.class)
            .addMixIn(CasePath.class, Path.class)
            .addMixIn(CasePath.Step.class, Step.class)
            .build();

    private CanonicalJson() {}

    static byte[] write(CaseRecord record) {
        try {
            return MAPPER.writeValueAsString(record).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException where the text is no record */
    static CaseRecord read(byte[] text) {
        try {
            return MAPPER.readValue(new String(text, StandardCharsets.UTF_8), CaseRecord.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no record of a case", malformed);
        }
    }

    private abstract static class Id {

        @JsonCreator
        Id(UUID value) {}

        @JsonValue
        abstract UUID value();
    }

    private abstract static class Key {

        @JsonCreator
        Key(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class Path {

        @JsonSerialize(converter = InOrder.class)
        abstract Set<String> flows();
    }

    private abstract static class Step {

        @JsonIgnore
        abstract boolean now();
    }

    /** A set has no order of its own. */
    static final class InOrder extends StdConverter<Set<String>, List<String>> {

        @Override
        public List<String> convert(Set<String> values) {
            return values.stream().sorted().toList();
        }
    }
}
