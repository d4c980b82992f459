package org.sekisho.channel;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param dispatching whether this node sends at all; a node without it only takes messages
 * @param poll how long a due message waits at most when nothing wakes the dispatcher
 * @param senders how many messages a node sends at once
 * @param lock after this long without a result a sending counts as interrupted; longer than the slowest carrier takes
 * @param restAfter after this many failures of a carrier, as half or more of its last tries, it is left alone
 * @param rest for how long; then a few messages try whether it works again
 * @param backOff the waits after failed tries; one more failure than waits and the message has failed
 */
@ConfigurationProperties("sekisho.channel")
record ChannelProperties(
        @DefaultValue("true") boolean dispatching,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("4") int senders,
        @DefaultValue("2m") Duration lock,
        @DefaultValue("10") int restAfter,
        @DefaultValue("30s") Duration rest,
        @DefaultValue({"10s", "1m", "5m", "15m", "1h"}) List<Duration> backOff) {

    ChannelProperties {
        backOff = List.copyOf(backOff);
    }
}
