package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramTest {

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_picture_shows_its_model_as_it_is_now(Diagram diagram) {
        assertThat(diagram.picture())
                .as("draw the pictures anew with bin/diagrams")
                .exists()
                .content()
                .contains(diagram.fingerprint());
    }

    @Test
    void no_picture_is_left_of_a_model_that_is_gone() throws IOException {
        try (Stream<Path> pictures = Files.list(Path.of("docs", "processes"))) {
            assertThat(pictures.filter(file -> file.toString().endsWith(".svg")))
                    .containsExactlyInAnyOrderElementsOf(
                            diagrams().stream().map(Diagram::picture).toList());
        }
    }

    @Test
    void a_changed_model_has_another_fingerprint(@TempDir Path directory) throws IOException {
        Diagram diagram = new Diagram(directory.resolve("a.bpmn"), directory.resolve("a.svg"));
        Files.writeString(diagram.model(), "<before/>");
        String before = diagram.fingerprint();
        Files.writeString(diagram.model(), "<after/>");

        assertThat(diagram.fingerprint()).isNotEqualTo(before);
    }
}
