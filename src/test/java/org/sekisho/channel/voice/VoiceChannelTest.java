package org.sekisho.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.Channel.Envelope;
import org.sekisho.channel.KeyedAnswers;
import org.sekisho.channel.KeyedAnswers.Outcome;
import org.sekisho.channel.MessageState;
import org.sekisho.channel.Receipt;
import org.sekisho.channel.Reply;
import org.sekisho.channel.SentMessage;
import org.sekisho.channel.Text;
import org.sekisho.channel.twilio.Script;
import org.sekisho.channel.twilio.Telephone;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.wording.Messages;

/** What a call says and asks. */
class VoiceChannelTest {

    /** Says the key of a text in the place of the text. */
    private final Messages keys = new Messages() {
        @Override
        public String text(Language language, String key, Object... arguments) {
            return language.tag() + ":" + key;
        }

        @Override
        public boolean knows(String key) {
            return true;
        }

        @Override
        public Set<String> behind(String beginning) {
            return Set.of();
        }
    };

    @Test
    void a_spoken_code_is_read_digit_by_digit_and_twice() throws Exception {
        assertThat(scriptOf(Text.spoken(Language.JA, "コードは 123456 です。", Reply.NOTHING))
                        .lines())
                .containsSubsequence(new Script.Say("コードは 1、2、3、4、5、6 です。"), new Script.Say("コードは 1、2、3、4、5、6 です。"));
    }

    @Test
    void a_number_to_key_is_asked_for_twice() throws Exception {
        assertThat(scriptOf(Text.spoken(Language.EN, "Key the number.", Reply.digits(2))))
                .isEqualTo(Script.of(
                        Language.EN,
                        new Script.Ask("Key the number.", Reply.digits(2), 1),
                        new Script.Ask("Key the number.", Reply.digits(2), 2),
                        new Script.Say("en:channel.voice.nothing-keyed")));
    }

    @Test
    void the_module_that_asked_judges_and_the_call_says_so() {
        VoiceAnswers answers = new VoiceAnswers(
                List.of((key, keyed) -> Optional.empty(), owner("42", Outcome.RIGHT, Outcome.WRONG)), keys);

        assertThat(answers.keyed(call(Reply.digits(2)), Secret.of("42"), 1))
                .isEqualTo(Script.of(Language.EN, new Script.Say("en:channel.voice.right")));
        assertThat(answers.keyed(call(Reply.digits(2)), Secret.of("41"), 1).lines())
                .startsWith(new Script.Ask("en:channel.voice.again-digits", Reply.digits(2), 2));
        assertThat(answers.keyed(call(Reply.digits(2)), Secret.of("41"), 3))
                .isEqualTo(Script.of(Language.EN, new Script.Say("en:channel.voice.too-many")));
    }

    @Test
    void a_message_that_nobody_owns_is_over() {
        assertThat(new VoiceAnswers(List.of(), keys).keyed(call(Reply.digits(2)), Secret.of("42"), 1))
                .isEqualTo(Script.of(Language.EN, new Script.Say("en:channel.voice.over")));
    }

    @Test
    void any_key_but_pound_is_not_the_pound_key() {
        VoiceAnswers answers = new VoiceAnswers(List.of(owner("#", Outcome.RIGHT, Outcome.RIGHT)), keys);

        assertThat(answers.keyed(call(Reply.POUND), Secret.of("1"), 1).lines())
                .startsWith(new Script.Ask("en:channel.voice.again-pound", Reply.POUND, 2));
        assertThat(answers.keyed(call(Reply.POUND), Secret.of("#"), 2))
                .isEqualTo(Script.of(Language.EN, new Script.Say("en:channel.voice.right")));
    }

    private static KeyedAnswers owner(String right, Outcome ifRight, Outcome otherwise) {
        return (key, keyed) -> Optional.of(keyed.reveal().equals(right) ? ifRight : otherwise);
    }

    private static SentMessage call(Reply reply) {
        return new SentMessage(
                UUID.randomUUID(),
                "key",
                new AccountId(UUID.randomUUID()),
                Language.EN,
                reply,
                MessageState.SENT,
                Optional.of("CA1"),
                Instant.EPOCH);
    }

    private Script scriptOf(Text text) throws Exception {
        Script[] given = new Script[1];
        Telephone telephone = new Telephone() {
            @Override
            public Receipt text(Envelope envelope) {
                throw new AssertionError("a call is no text");
            }

            @Override
            public Receipt call(Envelope envelope, Script script) {
                given[0] = script;
                return Receipt.TAKEN;
            }
        };
        new VoiceChannel(telephone, keys).send(new Envelope("4711", "+819012345678", text, Instant.EPOCH));
        return given[0];
    }
}
