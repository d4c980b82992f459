package org.sekisho.archive;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cases are kept.
 *
 * @param recording whether this node records finished cases; one that does not leaves it to the others
 * @param keep how long after its end a case is kept; ten years by default
 */
@ConfigurationProperties("sekisho.archive")
record ArchiveProperties(
        @DefaultValue("true") boolean recording,
        @DefaultValue("P10Y") Period keep) {

    ArchiveProperties {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("sekisho.archive.keep must be a time, such as P10Y");
        }
    }
}
