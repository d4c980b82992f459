package org.sekisho.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle beside its description was made once and is valid for ever: its form never changes. */
class SampleBundleTest {

    private static final Path SAMPLE = Path.of("docs/operations/evidence-bundle-sample.zip");

    @TempDir
    private Path unpacked;

    @Test
    void the_sample_is_valid_and_its_first_key_is_the_one_that_is_told() throws IOException {
        BundleCheck.Result result = BundleCheck.check(SAMPLE);

        assertThat(result.problems()).isEmpty();
        assertThat(result.records()).isEqualTo(1);
        assertThat(Files.readString(Path.of("docs/operations/evidence-bundle.md")))
                .contains(result.fingerprint().orElseThrow().toString());
    }

    @Test
    void another_program_finds_it_valid_and_of_that_installation_alone() throws Exception {
        unpack();
        String key = BundleCheck.check(SAMPLE).fingerprint().orElseThrow().toString();

        assertThat(Stranger.checks(unpacked, key).status()).isZero();
        assertThat(Stranger.checks(unpacked, "00" + key.substring(2)).said()).contains("another installation");
    }

    private void unpack() throws IOException {
        try (ZipFile zip = new ZipFile(SAMPLE.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }
}
