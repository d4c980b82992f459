package org.sekisho.proof;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Node.js with a verifier that shares no line with ours. */
record Stranger(int status, String said) {

    /** @param key the fingerprint of the first key that is expected, or none */
    static Stranger checks(Path unpacked, String... key) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(node().toString(), "src/test/resources/proof/check-bundle.mjs", unpacked.toString()));
        command.addAll(List.of(key));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Stranger(process.waitFor(), said);
    }

    /** The one on the path, or the one that the front end was built with. */
    private static Path node() throws IOException {
        Optional<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
        if (onPath.isPresent()) {
            return onPath.get();
        }
        try (Stream<Path> fetched = Files.walk(Path.of(System.getProperty("user.home"), ".vaadin"), 3)) {
            return fetched.filter(
                            file -> file.endsWith("node") && Files.isRegularFile(file) && Files.isExecutable(file))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
