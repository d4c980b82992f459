package org.sekisho.factor;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The freezes in table {@code factor_freeze}, one for each case that asks for it. */
@Component
@Transactional
class JdbcFreezes implements Freezes {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    JdbcFreezes(JdbcClient jdbc, Clock clock, AuditTrail trail, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
    }

    @Override
    public Optional<Freeze> of(AccountId account) {
        return jdbc.sql("select min(frozen_at) as frozen_at, min(suspected_since) as suspected_since from factor_freeze"
                        + " where account_id = :account having count(*) > 0")
                .param("account", account.value())
                .query((row, number) -> new Freeze(
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("suspected_since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void freeze(AccountId account, CaseId because, Instant suspectedSince) {
        // the lock under which methods change: what changes at this moment is done before the freeze or refused after
        // it
        jdbc.sql("select id from factor where account_id = :account order by id for update")
                .param("account", account.value())
                .query(UUID.class)
                .list();
        boolean frozen = jdbc.sql("select count(*) from factor_freeze where case_id = :case")
                        .param("case", because.value())
                        .query(Integer.class)
                        .single()
                > 0;
        if (frozen) {
            return;
        }
        jdbc.sql("insert into factor_freeze (case_id, account_id, suspected_since, frozen_at)"
                        + " values (:case, :account, :suspected, :now)")
                .param("case", because.value())
                .param("account", account.value())
                .param("suspected", suspectedSince.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        record("factor.changes-frozen", account, because, "frozen");
        events.publishEvent(new AccountFrozen(account, because));
    }

    @Override
    public void lift(CaseId because) {
        Optional<AccountId> account = jdbc.sql("select account_id from factor_freeze where case_id = :case")
                .param("case", because.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
        if (account.isEmpty()) {
            return;
        }
        jdbc.sql("delete from factor_freeze where case_id = :case")
                .param("case", because.value())
                .update();
        record("factor.freeze-lifted", account.get(), because, "lifted");
    }

    private void record(String action, AccountId account, CaseId because, String result) {
        trail.record(action, Optional.of(account.value()), Optional.of(because.value()), result, Map.of());
    }
}
