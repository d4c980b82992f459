package org.sekisho.journey;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Reply;
import org.sekisho.channel.Text;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@Journey
class DemoInboxJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RunningClock clock;

    @Test
    void a_text_is_read_and_a_call_answered_on_the_keypad() {
        send("sms", "+819022220001", Text.brief(Language.EN, "Your code is 161803."));
        send("voice", "+819022220001", Text.spoken(Language.EN, "Key the number on your screen.", Reply.digits(2)));

        try (Screen screen = new Screen("demo-inbox", port, Screen.Device.DESK, Locale.ENGLISH)) {
            screen.go("demo/inbox").fill("Only to this address or number", "9022220001");
            screen.says("Your code is 161803.")
                    .says("The call is waiting for keys.")
                    .heading("Demo inbox");
            screen.press("Key 4")
                    .press("Key 2")
                    .says("⌨ 42")
                    .says("The call has ended.")
                    .look();
        }
    }

    @Test
    void a_phone_shows_a_call_in_japanese() {
        send("voice", "+819022220002", Text.spoken(Language.JA, "コードは 161803 です。", Reply.NOTHING));

        try (Screen screen = new Screen("demo-inbox-ja", port, Screen.Device.PHONE, Locale.JAPANESE)) {
            screen.go("demo/inbox").fill("宛先や電話番号で絞り込む", "9022220002");
            screen.says("コードは 1、6、1、8、0、3 です。").says("通話は終了しました。").heading("デモ受信箱");
        }
    }

    private void send(String channel, String number, Text text) {
        transaction.executeWithoutResult(status -> outbox.enqueue(new Message(
                "demo-inbox/" + UUID.randomUUID(),
                Message.Kind.CODE,
                new AccountId(UUID.randomUUID()),
                Optional.empty(),
                new Destination(channel, number),
                text,
                clock.instant().plus(Duration.ofMinutes(10)))));
    }
}
