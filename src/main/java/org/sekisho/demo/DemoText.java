package org.sekisho.demo;

import java.time.Instant;

/** A text message as it arrived on a telephone of the demo world. */
public record DemoText(String id, String to, String from, String body, Instant at) implements DemoMessage {

    @Override
    public String kind() {
        return "text";
    }
}
