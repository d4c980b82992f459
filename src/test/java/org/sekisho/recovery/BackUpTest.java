package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.testing.ProductNode;
import org.springframework.context.ConfigurableApplicationContext;

/** A node on the built-in database is backed up and restored as docs/operations/backup.md says. */
@Tag("full")
class BackUpTest {

    @Test
    void what_was_copied_of_a_stopped_node_goes_on_elsewhere_with_its_keyset_alone(
            @TempDir Path original, @TempDir Path elsewhere) throws IOException {
        LeftBehind left;
        try (ConfigurableApplicationContext node = ProductNode.start(original)) {
            left = LeftBehind.by(node);
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(original)) {
            files = found.filter(file -> file.getFileName().toString().startsWith("sekisho."))
                    .toList();
        }
        assertThat(files).extracting(file -> file.getFileName().toString()).contains("sekisho.mv.db");
        for (Path file : files) {
            Files.copy(file, elsewhere.resolve(file.getFileName()));
        }
        try (ConfigurableApplicationContext node = ProductNode.start(original)) {
            LeftBehind.goesOn(node);
        }

        LeftBehind.needsItsKeyset(keyset -> ProductNode.start(elsewhere, keyset));
        try (ConfigurableApplicationContext restored = ProductNode.start(elsewhere)) {
            left.isThereIn(restored);
        }
    }
}
