package org.sekisho.factor.messagecode;

/** How a code reaches the telephone. */
public enum Delivery {
    TEXT("sms"),
    CALL("voice");

    private final String channel;

    Delivery(String channel) {
        this.channel = channel;
    }

    /** The channel that carries it. */
    String channel() {
        return channel;
    }
}
