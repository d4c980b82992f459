package org.sekisho.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A mail server on this machine that takes every mail and delivers it to the {@link DemoInbox}. */
@Component
@Profile("demo")
class DemoMailServer implements InitializingBean, DisposableBean {

    /** All recipients share one mailbox in the server; what people see is the inbox. */
    private static final String MAILBOX = "demo";

    private final DemoInbox inbox;
    private final Clock clock;
    private final GreenMail server;

    DemoMailServer(DemoInbox inbox, Clock clock, @Value("${spring.mail.port}") int port) {
        this.inbox = inbox;
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    public void afterPropertiesSet() {
        server.start();
        GreenMailUser mailbox = server.setUser(MAILBOX, UUID.randomUUID().toString());
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            deliver(message, address);
            return mailbox;
        });
    }

    private void deliver(MovingMessage arrived, MailAddress to) throws MessagingException, UserException {
        MimeMessage message = arrived.getMessage();
        try {
            server.purgeEmailFromAllMailboxes();
            inbox.put(new DemoMail(
                    UUID.randomUUID().toString(),
                    to.getEmail(),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    String.valueOf(message.getContent()).replace("\r\n", "\n").strip(),
                    clock.instant()));
        } catch (IOException | FolderException unreadable) {
            throw new UserException(unreadable);
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }
}
