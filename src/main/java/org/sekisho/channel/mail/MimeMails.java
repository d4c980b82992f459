package org.sekisho.channel.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.sekisho.channel.SavedMails;
import org.springframework.stereotype.Component;

/** Reads one mail of a file (RFC 5322), or many (RFC 4155). */
@Component
class MimeMails implements SavedMails {

    private static final Pattern BETWEEN_MAILS = Pattern.compile("(?m)^From \\S.*\\R");

    @Override
    public String text(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            StringBuilder text = new StringBuilder(new String(content, StandardCharsets.UTF_8));
            // bytes beyond ASCII stand for themselves here, and the mail says what they mean
            for (String mail : BETWEEN_MAILS.split(new String(content, StandardCharsets.ISO_8859_1))) {
                text.append('\n').append(read(mail));
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The mails in " + file + " cannot be read.", unreadable);
        }
    }

    private static String read(String mail) {
        try {
            StringBuilder text = new StringBuilder();
            add(
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1))),
                    text);
            return text.toString();
        } catch (MessagingException | IOException noMail) {
            return "";
        }
    }

    private static void add(Part part, StringBuilder text) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof String written) {
            text.append(written).append('\n');
        } else if (content instanceof Part inner) {
            add(inner, text);
        } else if (content instanceof Multipart parts) {
            for (int place = 0; place < parts.getCount(); place++) {
                BodyPart each = parts.getBodyPart(place);
                add(each, text);
            }
        }
    }
}
