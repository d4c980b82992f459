package org.sekisho.helpdesk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open pages in the table {@code helpdesk_watcher}, which all nodes share. */
@Component
class JdbcWatchers {

    private final JdbcClient jdbc;

    JdbcWatchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the page was not known before */
    boolean seen(UUID page, CaseId caseId, AccountId account, Instant at) {
        int known = jdbc.sql("update helpdesk_watcher set seen_at = :at where page = :page")
                .param("at", utc(at))
                .param("page", page)
                .update();
        if (known == 0) {
            jdbc.sql("insert into helpdesk_watcher (page, case_id, account, seen_at)"
                            + " values (:page, :caseId, :account, :at)")
                    .param("page", page)
                    .param("caseId", caseId.value())
                    .param("account", account.value())
                    .param("at", utc(at))
                    .update();
        }
        return known == 0;
    }

    /** The others who have the case open, each once. */
    List<AccountId> others(CaseId caseId, AccountId than, Instant since) {
        return jdbc.sql("select distinct account from helpdesk_watcher"
                        + " where case_id = :caseId and seen_at >= :since and account <> :than")
                .param("caseId", caseId.value())
                .param("since", utc(since))
                .param("than", than.value())
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }

    /** @return whether it was known */
    boolean remove(UUID page) {
        return jdbc.sql("delete from helpdesk_watcher where page = :page")
                        .param("page", page)
                        .update()
                > 0;
    }

    /** Forgets pages whose node has ended without saying so. */
    void forget(Instant before) {
        jdbc.sql("delete from helpdesk_watcher where seen_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
