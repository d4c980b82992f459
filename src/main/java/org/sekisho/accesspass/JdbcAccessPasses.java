package org.sekisho.accesspass;

import java.time.Instant;
import java.time.ZoneOffset;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.security.SessionKey;
import org.sekisho.shared.GroupedCode;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keyed digests of passes in table {@code access_pass}, which has one row for an account. */
@Component
class JdbcAccessPasses {

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcAccessPasses(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How many passes the case has been given. */
    int issues(CaseId caseId) {
        return jdbc.sql("select issues from access_pass where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Makes this the pass of the account, in place of any it had. */
    void replace(AccountId account, CaseId caseId, AccessPass pass, int issues, Instant now) {
        jdbc.sql("delete from access_pass where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("insert into access_pass (account_id, case_id, digest, issues, issued_at, expires_at)"
                        + " values (:account, :case, :digest, :issues, :now, :expires)")
                .param("account", account.value())
                .param("case", caseId.value())
                .param("digest", vault.digest(GroupedCode.bytes(pass.code()), context(caseId)))
                .param("issues", issues)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", pass.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean matches(AccountId account, CaseId caseId, Secret<String> entered) {
        return jdbc.sql("select digest from access_pass where account_id = :account and case_id = :case")
                .param("account", account.value())
                .param("case", caseId.value())
                .query((row, number) ->
                        vault.matches(row.getBytes("digest"), GroupedCode.bytes(entered), context(caseId)))
                .optional()
                .orElse(false);
    }

    /** Redeems the pass for a session; of any number of parallel calls one at most is told so. */
    boolean take(AccountId account, CaseId caseId, SessionKey session, Instant now) {
        return 1
                == jdbc.sql("update access_pass set used_at = :now, session_key = :session where account_id = :account"
                                + " and case_id = :case and used_at is null and expires_at > :now")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("session", session.value())
                        .param("account", account.value())
                        .param("case", caseId.value())
                        .update();
    }

    boolean isUsed(CaseId caseId) {
        return jdbc.sql("select count(*) from access_pass where case_id = :case and used_at is not null")
                        .param("case", caseId.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isRedeemedBy(CaseId caseId, SessionKey session, Instant since) {
        return jdbc.sql("select count(*) from access_pass where case_id = :case and session_key = :session"
                                + " and used_at > :since")
                        .param("case", caseId.value())
                        .param("session", session.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void end(CaseId caseId) {
        jdbc.sql("delete from access_pass where case_id = :case")
                .param("case", caseId.value())
                .update();
    }

    private static String context(CaseId caseId) {
        return "access-pass:" + caseId;
    }
}
