package org.sekisho.testing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Secret;

/** The links “this was not me” as people find them in their mail. */
public final class MailedLinks {

    private static final Pattern LINK = Pattern.compile("/not-me/([A-Za-z0-9_-]+)");

    private MailedLinks() {}

    /** The tokens in the mails of an account with this subject, oldest first; one for each address. */
    public static List<Secret<String>> of(JdbcOutgoing outgoing, AccountId account, String subject) {
        return outgoing.of(account).stream()
                .filter(mail -> mail.subject().equals(subject))
                .flatMap(mail -> LINK.matcher(mail.body()).results())
                .map((MatchResult link) -> Secret.of(link.group(1)))
                .toList();
    }
}
