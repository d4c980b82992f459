package org.sekisho.channel.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import java.net.URI;
import java.util.function.IntFunction;
import org.sekisho.channel.Reply;
import org.sekisho.shared.Language;

/** Writes scripts in the company's language of calls. */
final class Twiml {

    /** Long enough to find the keypad. */
    private static final int SECONDS_TO_ANSWER = 15;

    private Twiml() {}

    /** @param answers where the company tells what was keyed, by round */
    static String of(Script script, IntFunction<URI> answers) {
        VoiceResponse.Builder call = new VoiceResponse.Builder();
        for (Script.Line line : script.lines()) {
            if (line instanceof Script.Say say) {
                call.say(say(say.text(), script.language()));
            } else if (line instanceof Script.Pause pause) {
                call.pause(new Pause.Builder().length(pause.seconds()).build());
            } else if (line instanceof Script.Ask ask) {
                call.gather(gather(ask, script.language(), answers));
            }
        }
        return call.hangup(new Hangup.Builder().build()).build().toXml();
    }

    static String nothing() {
        return new VoiceResponse.Builder()
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }

    private static Gather gather(Script.Ask ask, Language language, IntFunction<URI> answers) {
        boolean pound = ask.reply().kind() == Reply.Kind.POUND;
        return new Gather.Builder()
                .inputs(Gather.Input.DTMF)
                // a key that ends the input is not told; where # is the answer, no key ends it
                .finishOnKey(pound ? "" : "#")
                .numDigits(pound ? 1 : ask.reply().digits())
                .timeout(SECONDS_TO_ANSWER)
                .action(answers.apply(ask.round()))
                .method(HttpMethod.POST)
                .say(say(ask.prompt(), language))
                .build();
    }

    private static Say say(String text, Language language) {
        return new Say.Builder(text)
                .language(language == Language.JA ? Say.Language.JA_JP : Say.Language.EN_US)
                .build();
    }
}
