package org.sekisho.channel.voice;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Receipt;
import org.sekisho.channel.Reply;
import org.sekisho.channel.Text;
import org.sekisho.channel.twilio.Script;
import org.sekisho.channel.twilio.Telephone;
import org.sekisho.channel.twilio.WithTelephone;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Calls. What is said is said twice; digits are read one by one; what is asked is asked twice. An address is a
 * {@link org.sekisho.shared.PhoneNumber#value()}.
 */
@Component
@WithTelephone
@Order(3)
class VoiceChannel implements Channel {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,}");

    private final Telephone telephone;
    private final Messages messages;

    VoiceChannel(Telephone telephone, Messages messages) {
        this.telephone = telephone;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public String carrier() {
        return Telephone.NAME;
    }

    @Override
    public Receipt send(Envelope envelope) throws Refused {
        return telephone.call(envelope, script(envelope.text()));
    }

    private Script script(Text text) {
        Language language = text.language();
        String spoken = oneByOne(text.body(), language);
        if (text.reply().kind() == Reply.Kind.NOTHING) {
            return Script.of(
                    language,
                    new Script.Pause(1),
                    new Script.Say(spoken),
                    new Script.Pause(1),
                    new Script.Say(spoken),
                    new Script.Say(messages.text(language, "channel.voice.goodbye")));
        }
        return Script.of(
                language,
                new Script.Ask(spoken, text.reply(), 1),
                new Script.Ask(spoken, text.reply(), 2),
                new Script.Say(messages.text(language, "channel.voice.nothing-keyed")));
    }

    /** So that a voice says "one, two, three" and not "one hundred and twenty-three". */
    static String oneByOne(String text, Language language) {
        String comma = language == Language.JA ? "、" : ", ";
        return DIGITS.matcher(text).replaceAll(run -> run.group()
                .chars()
                .mapToObj(digit -> String.valueOf((char) digit))
                .collect(Collectors.joining(comma)));
    }
}
