package org.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The jar says what it is made of, and nothing in it depends on when or where it was built. */
@EnabledIf("isBuilt")
class PackagedJarIT {

    private static final Path JAR = Path.of("target/sekisho.jar");

    static boolean isBuilt() {
        return JAR.toFile().exists();
    }

    @Test
    void every_file_bears_the_moment_of_the_release() throws IOException {
        Set<Instant> moments = new TreeSet<>();
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            jar.stream()
                    .map(entry -> entry.getTimeLocal().toInstant(ZoneOffset.UTC))
                    .forEach(moments::add);
        }
        assertThat(moments).hasSize(1);
    }

    @Test
    void it_lists_its_libraries_and_the_packages_of_its_front_end() throws IOException {
        assertThat(names("application")).contains("camunda-engine", "flow-server", "tink", "h2", "postgresql");
        assertThat(names("application")).doesNotContain("playwright", "junit-jupiter", "vaadin-dev");
        assertThat(names("front-end")).contains("bpmn-js", "lit", "@vaadin/grid");
        assertThat(names("front-end")).doesNotContain("vite", "typescript");
    }

    private static List<String> names(String list) throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            ZipEntry entry = jar.getEntry("META-INF/sbom/" + list + ".cdx.json");
            assertThat(entry).as("the list of the %s", list).isNotNull();
            try (InputStream content = jar.getInputStream(entry)) {
                JsonNode bom = new ObjectMapper().readTree(content);
                assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
                assertThat(bom.path("metadata").has("timestamp")).isFalse();
                return bom.path("components").findValuesAsText("name");
            }
        }
    }
}
