package org.sekisho.channel.twilio;

import java.util.List;
import org.sekisho.channel.Reply;
import org.sekisho.shared.Language;

/** What is done in a call, line by line; then it ends. */
public record Script(Language language, List<Line> lines) {

    public Script {
        lines = List.copyOf(lines);
    }

    public static Script of(Language language, Line... lines) {
        return new Script(language, List.of(lines));
    }

    /** One thing done. */
    public sealed interface Line {}

    public record Say(String text) implements Line {}

    public record Pause(int seconds) implements Line {}

    /**
     * Says something and waits for keys, also while it speaks. What is keyed goes to the {@link CallAnswers}; where nothing is,
     * the next line follows.
     *
     * @param round how often this call has asked, from 1
     */
    public record Ask(String prompt, Reply reply, int round) implements Line {}
}
