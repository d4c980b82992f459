package org.sekisho.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.SavedMails;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.seal.Anchor;
import org.sekisho.seal.Anchors;
import org.sekisho.seal.Finding;
import org.sekisho.seal.JdbcTampering;
import org.sekisho.seal.Seals;
import org.sekisho.seal.TrailDesk;
import org.sekisho.seal.TrailVerification;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.ProductNode;
import org.sekisho.testing.TestAccounts;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A notary who keeps the mails of a node holds what convicts whoever cuts off the end of the trail, and those who audit are told by
 * mail when it is not as it was sealed: by a real mail server, from the outbox to the file in which a mail was saved.
 */
class NotaryMailIT {

    private static final String NOTARY = "notary@example.org";
    private static final long PATIENCE_MILLIS = 60_000;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void the_notary_and_the_auditors_get_mails_by_which_a_tail_that_is_cut_off_is_found(@TempDir Path directory)
            throws Exception {
        try (ConfigurableApplicationContext node = ProductNode.start(
                directory,
                "--sekisho.channel.dispatching=true",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + server.getSmtp().getPort(),
                "--sekisho.audit.anchor.mail=" + NOTARY)) {
            Account auditor = node.getBean(TestAccounts.class).create(account -> account.affiliation(Affiliation.STAFF)
                    .address("auditor@example.ac.jp")
                    .roles(Role.AUDITOR));
            happens(node);
            Anchor head = node.getBean(Anchors.class).head().orElseThrow();
            Seals.anchor(node);
            Path saved = save(mailTo(NOTARY, 1), directory.resolve("mail.eml"));

            List<Anchor> kept =
                    Anchor.in(node.getBean(SavedMails.class).text(saved)).toList();
            assertThat(kept).containsExactly(head);
            TrailVerification verification = node.getBean(TrailVerification.class);
            assertThat(verification.verifyAll(kept).findings()).isEmpty();
            assertThat(verification.verifyAll(kept).unanchoredSince()).isEmpty();

            new JdbcTampering(node.getBean(JdbcClient.class)).cutTail(node);
            assertThat(verification.verifyAll().findings()).isEmpty();
            assertThat(verification.verifyAll(kept).findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.TAIL_CUT);

            tamper(node);
            try (SignedInAs at = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
                assertThat(at.person().account()).isEqualTo(auditor.id());
                assertThat(node.getBean(TrailDesk.class).verify(true)).isTrue();
            }
            MimeMessage alarm = mailTo("auditor@example.ac.jp", 2);
            assertThat(alarm.getSubject()).isEqualTo("The audit trail is not as it was sealed");
            assertThat((String) alarm.getContent()).contains("Findings: 1.");
        }
    }

    private static void happens(ConfigurableApplicationContext node) {
        node.getBean(AuditTrail.class).record("test.happened", Optional.empty(), Optional.empty(), "done", Map.of());
        Seals.all(node);
    }

    private static void tamper(ConfigurableApplicationContext node) {
        happens(node);
        JdbcTampering tampering = new JdbcTampering(node.getBean(JdbcClient.class));
        List<Long> sealed = tampering.sealed();
        tampering.remove(sealed.get(sealed.size() - 1));
    }

    /** @param mails how many have come by then in all */
    private MimeMessage mailTo(String address, int mails) {
        assertThat(server.waitForIncomingEmail(PATIENCE_MILLIS, mails)).isTrue();
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Path save(MimeMessage mail, Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            mail.writeTo(out);
        }
        return file;
    }
}
