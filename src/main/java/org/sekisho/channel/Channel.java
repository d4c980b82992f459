package org.sekisho.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One way to reach a person. Adding a bean adds a channel. */
public interface Channel {

    /** The name that {@link Destination#channel} uses, in kebab case. */
    String name();

    /** Whose outage it shares: channels of one carrier are closed together when that carrier does not answer. */
    default String carrier() {
        return name();
    }

    /**
     * Hands a message to the carrier once, outside any transaction. Must end within the time that the outbox allows a sender.
     *
     * @throws Refused where the carrier will never take it
     * @throws NotTaken where it has certainly not taken it and later may
     * @throws RuntimeException where it may or may not have taken it
     */
    Receipt send(Envelope envelope) throws Refused;

    /**
     * What goes out.
     *
     * @param id stable over repeated sending, unique over all messages
     * @param expiresAt when it becomes worthless; a carrier that can be told drops it then
     */
    record Envelope(String id, String address, Text text, Instant expiresAt) {

        @Override
        public String toString() {
            return "envelope " + id;
        }
    }

    /** The carrier will not take this message, now or later. */
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param reason without address or content */
        public Refused(String reason) {
            super(reason);
        }
    }

    /** The carrier has not taken this message now. */
    final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Optional<Duration> retryAfter;

        /** @param reason without address or content */
        public NotTaken(String reason) {
            this(reason, Optional.empty());
        }

        /** @param retryAfter how long the carrier asks to be left alone */
        public NotTaken(String reason, Optional<Duration> retryAfter) {
            super(reason);
            this.retryAfter = retryAfter;
        }

        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }
}
