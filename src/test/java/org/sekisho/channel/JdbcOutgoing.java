package org.sekisho.channel;

import java.util.List;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Language;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, for tests, what waits in the outbox: as the person would read it. */
@Component
@Profile("test")
public class JdbcOutgoing {

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcOutgoing(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A message that has not been sent. */
    public record Waiting(String key, String channel, String address, Text text) {

        public String subject() {
            return text.subject();
        }

        public String body() {
            return text.body();
        }
    }

    /** What waits for the account, oldest first. */
    public List<Waiting> of(AccountId account) {
        return waiting("account_id = :id", account.value());
    }

    /** What a case has not sent, oldest first. */
    public List<Waiting> of(CaseId caseId) {
        return waiting("case_id = :id", caseId.value());
    }

    private List<Waiting> waiting(String condition, UUID of) {
        return jdbc.sql(
                        "select id, message_key, channel, language, reply, reply_digits, sealed from outbound_message where state = 'PENDING' and "
                                + condition + " order by created_at, message_key")
                .param("id", of)
                .query((row, number) -> {
                    Content content = Content.ofBytes(
                            vault.open(
                                    SealedSecret.ofBytes(row.getBytes("sealed")),
                                    "outbound-message:" + row.getObject("id", UUID.class)),
                            new Asked(
                                    Language.valueOf(row.getString("language")),
                                    new Reply(Reply.Kind.valueOf(row.getString("reply")), row.getInt("reply_digits"))));
                    return new Waiting(
                            row.getString("message_key"), row.getString("channel"), content.address(), content.text());
                })
                .list();
    }
}
