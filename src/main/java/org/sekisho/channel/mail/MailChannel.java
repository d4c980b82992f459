package org.sekisho.channel.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Receipt;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Plain-text mail over SMTP, under a Message-ID that stays the same however often the message is sent. */
@Component
@Order(1)
class MailChannel implements Channel {

    /** RFC 5321 §4.2.1: replies from 400 on say no, from 500 on for good. */
    private static final int NEGATIVE = 400;

    private static final int PERMANENT = 500;

    private final JavaMailSender sender;
    private final MailProperties properties;
    private final Clock clock;

    MailChannel(JavaMailSender sender, MailProperties properties, Clock clock) {
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Receipt send(Envelope envelope) throws Refused {
        try {
            sender.send(message(envelope));
            return Receipt.TAKEN;
        } catch (MailSendException failure) {
            for (Exception each : failure.getMessageExceptions()) {
                if (refusesAddress(each)) {
                    throw new Refused("recipient refused");
                }
                if (isCertainlyNotTaken(each)) {
                    throw new NotTaken(each.getClass().getSimpleName());
                }
            }
            throw new CarrierFailed(failure.getClass());
        } catch (MailAuthenticationException failure) {
            throw new NotTaken("not signed in");
        } catch (MailException failure) {
            throw new CarrierFailed(failure.getClass());
        }
    }

    /** The server was not reached, or has itself said no; where it fell silent it may have taken the message. */
    private static boolean isCertainlyNotTaken(@Nullable Throwable failure) {
        if (failure instanceof MailConnectException
                || failure instanceof SMTPAddressFailedException
                || failure instanceof SMTPSenderFailedException) {
            return true;
        }
        if (failure instanceof SMTPSendFailedException answered && answered.getReturnCode() >= NEGATIVE) {
            return true;
        }
        return failure instanceof MessagingException chained && isCertainlyNotTaken(chained.getNextException());
    }

    private MimeMessage message(Envelope envelope) throws Refused {
        MimeMessage message = sender.createMimeMessage();
        try {
            message.setFrom(
                    new InternetAddress(properties.from(), properties.fromName(), StandardCharsets.UTF_8.name()));
            message.setRecipient(RecipientType.TO, recipient(envelope.address()));
            message.setSubject(oneLine(envelope.text().subject()), StandardCharsets.UTF_8.name());
            message.setText(envelope.text().body(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", "<" + envelope.id() + "@" + properties.domain() + ">");
            // RFC 3834 §5: keeps holiday replies and list servers from answering
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException unfit) {
            throw new MailPreparationException("the message could not be composed");
        }
        return message;
    }

    private static InternetAddress recipient(String address) throws Refused {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException malformed) {
            throw new Refused("malformed recipient");
        }
    }

    /** Subjects are texts of ours with names in them; a line break in one must not begin another header. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean refusesAddress(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode() >= PERMANENT;
        }
        return failure instanceof MessagingException chained && refusesAddress(chained.getNextException());
    }

    /** It is not clear whether the carrier has taken the message. Carries no text of the carrier's: it quotes addresses. */
    private static final class CarrierFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CarrierFailed(Class<?> cause) {
            super(cause.getSimpleName());
        }
    }
}
