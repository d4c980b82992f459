package org.sekisho.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that remembers on which line each value stands, which the usual trees forget. */
sealed interface JsonNode {

    int line();

    record ObjectNode(int line, Map<String, JsonNode> members) implements JsonNode {}

    record ArrayNode(int line, List<JsonNode> elements) implements JsonNode {}

    /** A text, a number, a truth value or null. */
    record ValueNode(int line, @Nullable Object value) implements JsonNode {}

    /**
     * Reads a whole file.
     *
     * @throws BrokenForm where it is not JSON
     */
    static JsonNode read(String file, String json) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            JsonNode root = read(parser);
            if (parser.nextToken() != null) {
                throw new BrokenForm(file, line(parser), "something follows the end of the form");
            }
            return root;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new BrokenForm(
                    file, line, "not JSON: " + broken.getOriginalMessage().replaceFirst(" \\(start marker.*", ""));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser));
            }
            return new ObjectNode(line, members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonNode> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser));
            }
            return new ArrayNode(line, elements);
        }
        return new ValueNode(line, value(parser, token));
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberValue().intValue();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        return null;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
