package org.sekisho.seal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is sealed and verified.
 *
 * @param enabled whether this node seals, verifies and anchors by itself; on by default
 * @param every how often new events are sealed; ten seconds by default
 * @param keyAge after what time a fresh key signs; 90 days by default
 * @param verifyEvery how often what is new since the last time is verified; an hour by default
 * @param verifyAllEvery how often the whole trail is verified; a week by default
 */
@ConfigurationProperties("sekisho.audit.seal")
record SealProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10s") Duration every,
        @DefaultValue("90d") Duration keyAge,
        @DefaultValue("1h") Duration verifyEvery,
        @DefaultValue("7d") Duration verifyAllEvery) {}
