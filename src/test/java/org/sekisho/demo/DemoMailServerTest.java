package org.sekisho.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DemoMailServerTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private final StandardEnvironment environment = new StandardEnvironment();
    private final DemoInbox inbox = new DemoInbox();
    private final DemoMailServer server;

    DemoMailServerTest() {
        environment.addActiveProfile("demo");
        new DemoPorts().postProcessEnvironment(environment, new SpringApplication());
        server = new DemoMailServer(inbox, Clock.fixed(NOW, ZoneOffset.UTC), port());
    }

    @BeforeEach
    void start() {
        server.afterPropertiesSet();
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    @Test
    void mail_to_anybody_arrives_newest_first() {
        send("one@example.org", "first", "hello");
        send("two@example.org", "次のお知らせ", "コードは 123456 です。\n二行目");

        assertThat(inbox.all()).extracting(mail -> ((DemoMail) mail).subject()).containsExactly("次のお知らせ", "first");
        assertThat(inbox.to("TWO@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.body()).isEqualTo("コードは 123456 です。\n二行目");
            assertThat(mail.at()).isEqualTo(NOW);
        });
    }

    @Test
    void the_oldest_mail_makes_room_for_the_newest() {
        for (int number = 0; number <= 1000; number++) {
            inbox.put(new DemoMail("id " + number, "one@example.org", "mail " + number, "", NOW));
        }

        assertThat(inbox.all()).hasSize(1000);
        assertThat(((DemoMail) inbox.all().get(0)).subject()).isEqualTo("mail 1000");
        assertThat(((DemoMail) inbox.all().get(999)).subject()).isEqualTo("mail 1");
    }

    @Test
    void without_the_profile_mail_settings_stay_as_they_are() {
        StandardEnvironment production = new StandardEnvironment();

        new DemoPorts().postProcessEnvironment(production, new SpringApplication());

        assertThat(production.getProperty("spring.mail.port")).isNull();
    }

    private void send(String to, String subject, String text) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port());
        sender.setDefaultEncoding("UTF-8");
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("mfa@example.ac.jp");
        message.setTo(to);
        message.setSubject(subject);
        message.setText(text);
        sender.send(message);
    }

    private int port() {
        return environment.getRequiredProperty("spring.mail.port", Integer.class);
    }
}
