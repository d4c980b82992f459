package org.sekisho.demo;

import java.time.Instant;
import java.util.List;

/**
 * A call to a telephone of the demo world, as far as it has come.
 *
 * @param transcript what was said and keyed so far, line by line
 * @param extension what was dialled after the number answered; empty for nothing
 */
public record DemoCall(
        String id, String to, String from, String extension, State state, List<String> transcript, Instant at)
        implements DemoMessage {

    /** How far a call has come. */
    public enum State {
        SPEAKING,
        /** Keys are awaited. */
        LISTENING,
        ENDED
    }

    public DemoCall {
        transcript = List.copyOf(transcript);
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public String body() {
        return String.join("\n", transcript);
    }
}
