package org.sekisho.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Text;
import org.sekisho.shared.Language;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailChannelTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant EXPIRES = NOW.plusSeconds(600);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MailChannel channel = new MailChannel(
            sender, new MailProperties("mfa@example.ac.jp", "認証システム"), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void start() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        Properties timeouts = new Properties();
        timeouts.setProperty("mail.smtp.connectiontimeout", "5000");
        timeouts.setProperty("mail.smtp.timeout", "5000");
        sender.setJavaMailProperties(timeouts);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void japanese_arrives_as_written() throws Exception {
        channel.send(envelope("【関所】確認コードのお知らせ", "確認コードは 123456 です。\n10 分間有効です。"));

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("【関所】確認コードのお知らせ");
        assertThat(((String) received.getContent()).replace("\r\n", "\n").strip())
                .isEqualTo("確認コードは 123456 です。\n10 分間有効です。");
        assertThat(received.getFrom()[0].toString()).contains("mfa@example.ac.jp");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getSentDate()).isEqualTo(NOW);
    }

    @Test
    void a_message_sent_again_keeps_its_message_id() throws Exception {
        channel.send(envelope("subject", "body"));
        channel.send(envelope("subject", "body"));

        assertThat(List.of(server.getReceivedMessages()))
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<4711@example.ac.jp>", "<4711@example.ac.jp>");
    }

    @Test
    void a_line_break_in_the_subject_begins_no_header() throws Exception {
        channel.send(envelope("News\r\nBcc: victim@example.org\r\n\r\nother text", "body"));

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("News Bcc: victim@example.org other text");
        assertThat((String) received.getContent()).startsWith("body");
    }

    @Test
    void a_recipient_that_smuggles_another_is_refused() {
        for (String address : List.of(
                "a@example.org, b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org>\r\nRCPT TO:<b@example.org",
                "")) {
            assertThatThrownBy(() -> channel.send(
                            new Channel.Envelope("4711", address, Text.of(Language.EN, "subject", "body"), EXPIRES)))
                    .isInstanceOf(Channel.Refused.class)
                    .hasMessage("malformed recipient");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_cannot_be_reached_is_a_failure_that_may_pass_and_tells_no_address() {
        server.stop();

        assertThatThrownBy(() -> channel.send(envelope("subject", "body")))
                .isInstanceOf(Channel.NotTaken.class)
                .hasMessageNotContaining("person@example.org");
    }

    @Test
    void a_server_that_falls_silent_may_have_taken_the_message() throws Exception {
        try (RejectingServer silent = new RejectingServer("250 ok", "")) {
            sender.setPort(silent.port());

            assertThatThrownBy(() -> channel.send(envelope("subject", "body")))
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(Channel.NotTaken.class)
                    .hasMessageNotContaining("person@example.org");
        }
    }

    @Test
    void a_recipient_that_the_server_will_never_take_is_refused() throws Exception {
        try (RejectingServer rejecting = new RejectingServer("550 5.1.1 person@example.org unknown")) {
            sender.setPort(rejecting.port());

            assertThatThrownBy(() -> channel.send(envelope("subject", "body")))
                    .isInstanceOf(Channel.Refused.class)
                    .hasMessage("recipient refused");
        }
    }

    @Test
    void a_recipient_that_the_server_does_not_take_now_is_a_failure_that_may_pass() throws Exception {
        try (RejectingServer rejecting = new RejectingServer("450 4.2.0 greylisted")) {
            sender.setPort(rejecting.port());

            assertThatThrownBy(() -> channel.send(envelope("subject", "body")))
                    .isInstanceOf(Channel.NotTaken.class)
                    .hasMessageNotContaining("person@example.org");
        }
    }

    private static Channel.Envelope envelope(String subject, String body) {
        return new Channel.Envelope("4711", "person@example.org", Text.of(Language.JA, subject, body), EXPIRES);
    }
}
