package org.sekisho.incident;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of incident modes.
 *
 * @param longest how long one may last: at least an hour, at most a week
 */
@ConfigurationProperties("sekisho.incident")
record IncidentProperties(@DefaultValue("24h") Duration longest) {

    IncidentProperties {
        if (longest.compareTo(Duration.ofHours(1)) < 0 || longest.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("sekisho.incident.longest must be between 1h and 7d");
        }
    }
}
