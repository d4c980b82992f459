package org.sekisho.archive;

import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cases are kept.
 *
 * @param recording whether this node records finished cases; one that does not leaves it to the others
 * @param keep how long after its end a case is kept of whose kind {@code kinds} says nothing; ten years by default
 * @param kinds how long those of a kind, by the key of the process with which they began, such as {@code verification}
 */
@ConfigurationProperties("sekisho.archive")
record ArchiveProperties(
        @DefaultValue("true") boolean recording,
        @DefaultValue("P10Y") Period keep,
        @DefaultValue Map<String, Period> kinds) {

    ArchiveProperties {
        kinds = Map.copyOf(kinds);
        if (Stream.concat(Stream.of(keep), kinds.values().stream())
                .anyMatch(time -> time.isNegative() || time.isZero())) {
            throw new IllegalArgumentException(
                    "sekisho.archive.keep and each of sekisho.archive.kinds must be a time, such as P10Y");
        }
    }
}
