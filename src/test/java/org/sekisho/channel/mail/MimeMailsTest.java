package org.sekisho.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Text;
import org.sekisho.shared.Language;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What was mailed over SMTP and saved as it came can be read again. */
class MimeMailsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String LINE = "a-line block=12 hash=" + "ab".repeat(32) + " sealed=2026-04-01T03:30:00Z";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final MimeMails mails = new MimeMails();

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_with_japanese_in_it_is_read_though_it_was_encoded_on_its_way() throws Exception {
        String saved = mailed(LINE + "\n\nPlease keep this mail. このメールは、そのままの形で保管してください。");

        assertThat(saved).doesNotContain(LINE);
        assertThat(mails.text(file(saved))).contains(LINE, "そのままの形で");
    }

    @Test
    void a_mail_that_was_not_encoded_is_read_as_well() throws Exception {
        assertThat(mails.text(file(mailed(LINE + "\n")))).contains(LINE);
    }

    @Test
    void many_mails_are_read_from_the_file_of_a_mailbox() throws Exception {
        String box = IntStream.range(0, 3)
                .mapToObj(number -> "From mfa@example.ac.jp Wed Apr  1 00:00:00 2026\r\n"
                        + mailed("number " + number + " 番の控え\n") + "\r\n")
                .collect(Collectors.joining());

        assertThat(mails.text(file(box))).contains("number 0 番", "number 1 番", "number 2 番");
    }

    @Test
    void a_mail_that_was_forwarded_as_an_attachment_is_read() throws Exception {
        String forwarded = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nsee below\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\n" + mailed(LINE + " の控え\n") + "\r\n--b--\r\n";

        assertThat(mails.text(file(forwarded))).contains("see below", LINE + " の控え");
    }

    @Test
    void a_file_that_holds_no_mail_is_text_itself() throws Exception {
        assertThat(mails.text(file(LINE + "\n"))).contains(LINE);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> mails.text(folder.resolve("nothing.eml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nothing.eml");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("saved.eml"), content, StandardCharsets.ISO_8859_1);
    }

    /** As the server got it, byte by byte. */
    private String mailed(String body) {
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            new MailChannel(sender, new MailProperties("mfa@example.ac.jp", "認証システム"), Clock.fixed(NOW, ZoneOffset.UTC))
                    .send(new Channel.Envelope(
                            "4711",
                            "notary@example.org",
                            Text.of(Language.EN, "Anchor / 控え", body),
                            NOW.plusSeconds(600)));
            MimeMessage[] all = server.getReceivedMessages();
            return GreenMailUtil.getWholeMessage(all[all.length - 1]);
        } catch (Channel.Refused refused) {
            throw new AssertionError(refused);
        }
    }
}
