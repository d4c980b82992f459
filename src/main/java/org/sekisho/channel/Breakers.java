package org.sekisho.channel;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leaves a carrier alone that does not work, so that it does not keep the senders from the others. Each node finds out itself. */
@Component
class Breakers {

    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    /** How many messages try whether a carrier works again. */
    private static final int PROBES = 2;

    private static final int PERCENT_FAILED = 50;

    private final Map<String, CircuitBreaker> byCarrier = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    Breakers(ChannelProperties properties, Clock clock) {
        this.config = CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(2 * properties.restAfter(), properties.restAfter(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(PERCENT_FAILED)
                .waitDurationInOpenState(properties.rest())
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .build();
    }

    /** The channels whose carrier is left alone at this moment. */
    Set<String> shut(Collection<Channel> channels) {
        return channels.stream()
                .filter(channel -> !mayTry(of(channel)))
                .map(Channel::name)
                .collect(toUnmodifiableSet());
    }

    /** The carriers that are left alone. */
    Set<String> resting() {
        return byCarrier.values().stream()
                .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .map(CircuitBreaker::getName)
                .collect(toUnmodifiableSet());
    }

    private static boolean mayTry(CircuitBreaker breaker) {
        boolean permitted = breaker.tryAcquirePermission();
        if (permitted) {
            breaker.releasePermission();
        }
        return permitted;
    }

    /** Whether a message may be tried; who is told so must say how it went. */
    boolean permits(Channel channel) {
        return of(channel).tryAcquirePermission();
    }

    void worked(Channel channel) {
        of(channel).onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(Channel channel, RuntimeException failure) {
        of(channel).onError(0, TimeUnit.NANOSECONDS, failure);
    }

    private CircuitBreaker of(Channel channel) {
        return byCarrier.computeIfAbsent(channel.carrier(), carrier -> {
            CircuitBreaker breaker = CircuitBreaker.of(carrier, config);
            breaker.getEventPublisher()
                    .onStateTransition(event -> log.warn(
                            "carrier {} is {}",
                            carrier,
                            event.getStateTransition().getToState()));
            return breaker;
        });
    }
}
