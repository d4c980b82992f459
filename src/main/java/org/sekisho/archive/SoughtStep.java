package org.sekisho.archive;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.process.ProcessKey;

/**
 * A user task at which cases are sought, by its process and its id in that process's model.
 *
 * @param process empty for any process that has a task of that id, as addresses and searches of earlier releases have it
 */
public record SoughtStep(Optional<ProcessKey> process, String element) {

    private static final Pattern TEXT = Pattern.compile("(?:([a-z-]{1,64})/)?([A-Za-z][A-Za-z0-9_-]{0,254})");

    public static SoughtStep of(Place place) {
        return new SoughtStep(Optional.of(place.process()), place.element());
    }

    /** Reads what {@link #toString} writes; empty where it is something else. */
    public static Optional<SoughtStep> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher ->
                        new SoughtStep(Optional.ofNullable(matcher.group(1)).map(ProcessKey::new), matcher.group(2)));
    }

    /** Whether a case that stands there is meant. */
    public boolean means(Place place) {
        return element.equals(place.element())
                && process.filter(meant -> !meant.equals(place.process())).isEmpty();
    }

    /** {@code <process>/<task>} or {@code <task>}, as it stands in addresses and saved searches. */
    @Override
    public String toString() {
        return process.map(key -> key.value() + "/").orElse("") + element;
    }
}
