package org.sekisho.demo;

import java.time.Instant;

/** A mail as it arrived in the demo world. */
public record DemoMail(String id, String to, String subject, String body, Instant at) implements DemoMessage {

    @Override
    public String kind() {
        return "mail";
    }
}
