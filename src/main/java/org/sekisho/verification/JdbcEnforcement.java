package org.sekisho.verification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked for a second factor, in table {@code verification_enforcement}. */
@Component
@Transactional
class JdbcEnforcement implements Enforcement {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail trail;

    JdbcEnforcement(JdbcClient jdbc, Clock clock, AuditTrail trail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
    }

    @Override
    public void begin(AccountId account) {
        if (isOn(account)) {
            return;
        }
        jdbc.sql("insert into verification_enforcement (account_id, since) values (:account, :now)")
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        record("verification.enforcement-begun", account, "on");
    }

    @Override
    public void end(AccountId account) {
        int ended = jdbc.sql("delete from verification_enforcement where account_id = :account")
                .param("account", account.value())
                .update();
        if (ended == 1) {
            record("verification.enforcement-ended", account, "off");
        }
    }

    @Override
    public boolean isOn(AccountId account) {
        return jdbc.sql("select account_id from verification_enforcement where account_id = :account")
                .param("account", account.value())
                .query()
                .optionalValue()
                .isPresent();
    }

    @EventListener
    void on(AccountEnded ended) {
        end(ended.account());
    }

    private void record(String action, AccountId account, String result) {
        trail.record(action, Optional.of(account.value()), Optional.empty(), result, Map.of());
    }
}
