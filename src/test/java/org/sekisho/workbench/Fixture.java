package org.sekisho.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The form files of the tests, good and bad. */
final class Fixture {

    private Fixture() {}

    static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/forms-fixture", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
