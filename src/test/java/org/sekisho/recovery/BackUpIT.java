package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.testing.ProductNode;
import org.sekisho.testing.RunningClock;
import org.springframework.context.ConfigurableApplicationContext;

/** A node on PostgreSQL is backed up while it runs and restored as docs/operations/backup.md says. */
@Tag("full")
class BackUpIT {

    @AfterEach
    void the_engine_has_the_time_of_the_others_again() {
        RunningClock.takeOver();
    }

    @Test
    void a_dump_of_a_running_node_goes_on_elsewhere_with_its_keyset_alone(@TempDir Path directory) throws Exception {
        assumeTrue(isThere("pg_dump") && isThere("pg_restore"), "the client programs of PostgreSQL are not here");
        Path dump = directory.resolve("sekisho.dump");
        try (EmbeddedPostgres original = EmbeddedPostgres.start();
                EmbeddedPostgres elsewhere = EmbeddedPostgres.start()) {
            LeftBehind left;
            try (ConfigurableApplicationContext node = ProductNode.start(original)) {
                left = LeftBehind.by(node);
                run("pg_dump", "--format=custom", "--file=" + dump, "--dbname=" + address(original));
                LeftBehind.goesOn(node);
            }
            run(
                    "pg_restore",
                    "--no-owner",
                    "--exit-on-error",
                    "--single-transaction",
                    "--dbname=" + address(elsewhere),
                    dump.toString());

            LeftBehind.needsItsKeyset(keyset -> ProductNode.start(elsewhere, keyset));
            try (ConfigurableApplicationContext restored = ProductNode.start(elsewhere)) {
                left.isThereIn(restored);
            }
        }
    }

    private static String address(EmbeddedPostgres server) {
        return "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, program))
                .anyMatch(Files::isExecutable);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s says: %s", command[0], said).isZero();
    }
}
