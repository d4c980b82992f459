package org.sekisho.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command works on; by default the one that the environment and {@code application.yaml} name. */
final class Installation {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The directory of the built-in database, where no other is configured.")
    private @Nullable Path data;

    @Option(names = "--demo", description = "Work on the demo world, which must be stopped.")
    private boolean demo;

    /** What this means to the product. */
    String[] settings() {
        List<String> settings = new ArrayList<>();
        if (demo) {
            settings.add("--spring.profiles.active=demo");
        }
        Optional.ofNullable(data)
                .or(() -> demo ? Optional.of(home().resolve("demo")) : Optional.empty())
                .ifPresent(directory -> settings.add("--sekisho.data=" + directory.toAbsolutePath()));
        return settings.toArray(String[]::new);
    }

    /** The directory that holds the data of this checkout, told by {@code bin/sekisho}. */
    private static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("SEKISHO_DATA")).orElse("data"));
    }
}
