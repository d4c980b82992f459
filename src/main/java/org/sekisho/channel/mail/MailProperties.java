package org.sekisho.channel.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who mail comes from.
 *
 * @param from the sender's address; its domain also ends every Message-ID
 * @param fromName the sender's name as recipients read it
 */
@ConfigurationProperties("sekisho.channel.mail")
record MailProperties(
        @DefaultValue("sekisho@localhost") String from,
        @DefaultValue("Sekisho") String fromName) {

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
