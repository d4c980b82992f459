package org.sekisho.channel.voice;

import java.util.List;
import java.util.Optional;
import org.sekisho.channel.KeyedAnswers;
import org.sekisho.channel.Reply;
import org.sekisho.channel.SentMessage;
import org.sekisho.channel.twilio.CallAnswers;
import org.sekisho.channel.twilio.Script;
import org.sekisho.channel.twilio.WithTelephone;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;

/** Has what was keyed judged by the module that asked, and says in the call what it found. */
@Component
@WithTelephone
class VoiceAnswers implements CallAnswers {

    /** A call asks this often, whatever the owner of the message allows: then it is better to look at the screen again. */
    private static final int MOST_ROUNDS = 3;

    private static final String POUND = "#";

    private final List<KeyedAnswers> owners;
    private final Messages messages;

    VoiceAnswers(List<KeyedAnswers> owners, Messages messages) {
        this.owners = owners;
        this.messages = messages;
    }

    @Override
    public Script keyed(SentMessage call, Secret<String> keys, int round) {
        Language language = call.language();
        boolean fitting = call.reply().kind() != Reply.Kind.POUND || POUND.equals(keys.reveal());
        KeyedAnswers.Outcome outcome = fitting ? judge(call, keys) : KeyedAnswers.Outcome.WRONG;
        return switch (outcome) {
            case RIGHT -> Script.of(language, say(language, "right"));
            case OVER -> Script.of(language, say(language, "over"));
            case WRONG ->
                round < MOST_ROUNDS
                        ? Script.of(language, again(call, round + 1), say(language, "nothing-keyed"))
                        : Script.of(language, say(language, "too-many"));
        };
    }

    private KeyedAnswers.Outcome judge(SentMessage call, Secret<String> keys) {
        return owners.stream()
                .map(owner -> owner.keyed(call.key(), keys))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(KeyedAnswers.Outcome.OVER);
    }

    private Script.Ask again(SentMessage call, int round) {
        String key = call.reply().kind() == Reply.Kind.POUND ? "again-pound" : "again-digits";
        return new Script.Ask(messages.text(call.language(), "channel.voice." + key), call.reply(), round);
    }

    private Script.Say say(Language language, String key) {
        return new Script.Say(messages.text(language, "channel.voice." + key));
    }
}
