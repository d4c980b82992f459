import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes which npm packages the front end is made of, as CycloneDX, out of the lock file: the same lock file gives the same bytes.
 * What only builds or checks the front end is left out. The build runs this file as it stands.
 */
final class FrontEndParts {

    private static final String FOLDER = "node_modules/";

    private FrontEndParts() {}

    public static void main(String[] arguments) throws IOException {
        byte[] lock = Files.readAllBytes(Path.of(arguments[0]));
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode bom = json.createObjectNode()
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(lock))
                .put("version", 1);
        bom.putObject("metadata")
                .putObject("component")
                .put("type", "application")
                .put("bom-ref", "front-end")
                .put("name", "sekisho-front-end");
        ArrayNode components = bom.putArray("components");
        // a package may be installed in several places
        Map<String, ObjectNode> parts = new TreeMap<>();
        json.readTree(lock).path("packages").properties().forEach(entry -> {
            if (entry.getKey().contains(FOLDER) && !entry.getValue().path("dev").asBoolean()) {
                ObjectNode part = part(json, nameOf(entry.getKey()), entry.getValue());
                parts.put(part.path("purl").asText(), part);
            }
        });
        components.addAll(parts.values());
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, json.writeValueAsString(bom).replace("\r\n", "\n") + "\n");
    }

    private static String nameOf(String place) {
        return place.substring(place.lastIndexOf(FOLDER) + FOLDER.length());
    }

    private static ObjectNode part(ObjectMapper json, String name, JsonNode locked) {
        String version = locked.path("version").asText();
        String purl = "pkg:npm/" + name.replace("@", "%40") + "@" + version;
        ObjectNode part = json.createObjectNode()
                .put("type", "library")
                .put("bom-ref", purl)
                .put("name", name)
                .put("version", version);
        String integrity = locked.path("integrity").asText();
        if (integrity.startsWith("sha512-")) {
            part.putArray("hashes")
                    .addObject()
                    .put("alg", "SHA-512")
                    .put(
                            "content",
                            HexFormat.of().formatHex(Base64.getDecoder().decode(integrity.substring("sha512-".length()))));
        }
        String licence = locked.path("license").asText();
        if (!licence.isEmpty()) {
            part.putArray("licenses").addObject().put("expression", licence);
        }
        return part.put("purl", purl);
    }
}
