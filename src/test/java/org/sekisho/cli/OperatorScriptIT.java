package org.sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/sekisho} on the packaged product, as an operator meets it on a machine where nothing is yet. */
class OperatorScriptIT {

    private static final String HEADER =
            "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,password_changed_at\n";

    @TempDir
    private Path directory;

    private Path keyset;

    @BeforeEach
    void a_keyset_is_made() throws Exception {
        keyset = directory.resolve("keyset.json");
        assertThat(sekisho("vault", "init", "keyset.json"))
                .matches(Run::succeeded)
                .satisfies(run -> assertThat(run.out()).contains("SEKISHO_VAULT_KEYSET_FILE="));
    }

    @Test
    void a_directory_is_imported_and_the_first_administrator_invited() throws Exception {
        Files.writeString(
                directory.resolve("wrong.csv"),
                HEADER + "12,N,sci,pupil,ordinary,false,,,active,en,,\n"
                        + "1234567890,N,sci,staff,ordinary,false,,,gone,en,,\n");
        Files.writeString(
                directory.resolve("right.csv"), HEADER + "1234567890,N,sci,staff,ordinary,false,,,active,en,,\n");

        Run refused = sekisho("directory", "import", "wrong.csv", "--dry-run", "--data", "data");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("line 2, common_id: "))
                .anyMatch(line -> line.startsWith("line 2, affiliation: “pupil” is not known here"))
                .anyMatch(line -> line.startsWith("line 3, state: “gone” is not known here"));
        assertThat(refused.out()).isEqualTo("Nothing was written: 3 problems.\n");

        Run rehearsed = sekisho("directory", "import", "right.csv", "--dry-run", "--data", "data");
        assertThat(rehearsed).matches(Run::succeeded);
        assertThat(rehearsed.out()).contains("Dry run, nothing was written.", "1 added");
        Run early = sekisho("staff", "invite", "1234567890", "--data", "data");
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.err()).contains("Import the directory first.");

        assertThat(sekisho("directory", "import", "right.csv", "--data", "data").out())
                .isEqualTo("Imported: 1 added, 0 changed, 0 ended, 0 unchanged.\n");
        Run invited = sekisho("staff", "invite", "1234567890", "--data", "data");
        assertThat(invited).matches(Run::succeeded);
        assertThat(invited.out()).isEqualTo("The account is an administrator from its next sign-in on.\n");
    }

    @Test
    void a_keyset_that_does_not_open_the_database_is_told() throws Exception {
        assertThat(sekisho("vault", "check", "--data", "data"))
                .matches(Run::succeeded)
                .satisfies(run -> assertThat(run.out()).isEqualTo("The keyset opens this database.\n"));
        assertThat(sekisho("vault", "init", "other.json")).matches(Run::succeeded);
        keyset = directory.resolve("other.json");

        Run refused = sekisho("vault", "check", "--data", "data");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out() + refused.err()).containsIgnoringCase("keyset").doesNotContain("\tat ");
    }

    private Run sekisho(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("bin/sekisho").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().putAll(Map.of("SEKISHO_VAULT_KEYSET_FILE", keyset.toString()));
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("bin/sekisho does not end");
        }
        return new Run(process.exitValue(), read("out"), read("err"));
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
    }

    private record Run(int status, String out, String err) {

        boolean succeeded() {
            return status == 0 && err.isEmpty();
        }
    }
}
