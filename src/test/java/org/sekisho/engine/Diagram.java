package org.sekisho.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process model and its picture in the documentation, which carries the fingerprint of the model that it shows.
 *
 * @param model the BPMN file
 * @param picture the SVG file
 */
record Diagram(Path model, Path picture) {

    private static final Path MODELS = Path.of("processes");
    private static final Path PICTURES = Path.of("docs", "processes");

    static List<Diagram> all() {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Diagram::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Diagram of(Path model) {
        String name = model.getFileName().toString();
        return new Diagram(model, PICTURES.resolve(Models.stem(name) + ".svg"));
    }

    /** What the picture must carry to be that of the model as it is now. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model));
            return "<!-- " + model.getFileName() + " sha256:" + HexFormat.of().formatHex(digest) + " -->";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return model.getFileName().toString();
    }
}
