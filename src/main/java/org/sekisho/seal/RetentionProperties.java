package org.sekisho.seal;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long events stay in the trail.
 *
 * @param keep how long those of which {@code kinds} says nothing; ten years by default
 * @param kinds how long those of a kind, by the part of their action before the dot, such as {@code verification}; events about
 *     the trail itself always stay
 * @param networks how long it can be searched for what came from the same network; 90 days by default
 */
@ConfigurationProperties("sekisho.audit.retention")
record RetentionProperties(
        @DefaultValue("3653d") Duration keep,
        @DefaultValue Map<String, Duration> kinds,
        @DefaultValue("90d") Duration networks) {

    RetentionProperties {
        kinds = Map.copyOf(kinds);
    }
}
