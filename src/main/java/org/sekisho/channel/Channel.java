package org.sekisho.channel;

/** One way to reach a person. Adding a bean adds a channel. */
public interface Channel {

    /** The name that {@link Destination#channel} uses, in kebab case. */
    String name();

    /**
     * Hands a message to the carrier, outside any transaction.
     *
     * @throws Refused where the carrier will never take it
     * @throws RuntimeException for anything that may pass
     */
    Receipt send(Envelope envelope) throws Refused;

    /**
     * What goes out.
     *
     * @param id stable over repeated sending, unique over all messages
     */
    record Envelope(String id, String address, Text text) {

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
}
