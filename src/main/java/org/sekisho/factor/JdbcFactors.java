package org.sekisho.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor.State;
import org.sekisho.process.CaseId;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Source;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The methods in table {@code factor}. Each event of a method's life enters the trail with its time and source (NIST SP
 * 800-63B-4 §4.1). A method never leaves the table, so that the trail's ids keep their meaning.
 */
@Component
@Transactional
class JdbcFactors implements Factors {

    private static final String COLUMNS =
            "id, account_id, kind, name, state, preferred, bound_in, created_at, activated_at, last_used_at";

    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<FactorCatalog> catalog;
    private final Freezes freezes;

    /** Kinds may ask for the methods of an account in their turn: the catalogue is looked up when it is needed. */
    JdbcFactors(
            JdbcClient jdbc,
            Clock clock,
            AuditTrail trail,
            CurrentUser user,
            ApplicationEventPublisher events,
            ObjectProvider<FactorCatalog> catalog,
            Freezes freezes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
        this.user = user;
        this.events = events;
        this.catalog = catalog;
        this.freezes = freezes;
    }

    @Override
    public Optional<Factor> find(FactorId id) {
        return jdbc.sql("select " + COLUMNS + " from factor where id = :id")
                .param("id", id.value())
                .query(JdbcFactors::factor)
                .optional();
    }

    @Override
    public List<Factor> active(AccountId account) {
        return jdbc.sql("select " + COLUMNS + " from factor where account_id = :account and state = 'ACTIVE'"
                        + " order by preferred desc, created_at, id")
                .param("account", account.value())
                .query(JdbcFactors::factor)
                .list();
    }

    @Override
    public List<Factor> bound(AccountId account) {
        return jdbc.sql("select " + COLUMNS + " from factor where account_id = :account"
                        + " and state in ('ACTIVE', 'SUSPENDED') order by state, preferred desc, created_at, id")
                .param("account", account.value())
                .query(JdbcFactors::factor)
                .list();
    }

    @Override
    public void begin(FactorId id, AccountId account, String kind, CaseId boundIn) {
        freezes.demandNone(account);
        jdbc.sql("insert into factor (id, account_id, kind, state, preferred, bound_in, created_at)"
                        + " values (:id, :account, :kind, 'PENDING', false, :case, :now)")
                .param("id", id.value())
                .param("account", account.value())
                .param("kind", kind)
                .param("case", boundIn.value())
                .param("now", now())
                .update();
        record("factor.binding-begun", account, boundIn, id, kind, "begun");
    }

    @Override
    public void activate(FactorId id) {
        Factor factor = changing(id);
        boolean first =
                mayBePreferred(factor) && active(factor.account()).stream().noneMatch(Factor::preferred);
        int changed = jdbc.sql("update factor set state = 'ACTIVE', activated_at = :now, preferred = :first"
                        + " where id = :id and state = 'PENDING'")
                .param("id", id.value())
                .param("now", now())
                .param("first", first)
                .update();
        if (changed == 0) {
            throw new IllegalStateException("method " + id + " is not being set up");
        }
        record("factor.activated", factor.account(), factor.boundIn(), id, factor.kind(), "activated");
        events.publishEvent(new FactorActivated(factor.account(), id, factor.kind(), factor.boundIn()));
    }

    @Override
    public void rename(FactorId id, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        Factor factor = changing(id);
        int changed = jdbc.sql("update factor set name = :name where id = :id and state in ('PENDING', 'ACTIVE')")
                .param("name", name)
                .param("id", id.value())
                .update();
        if (changed == 1 && factor.state() == State.ACTIVE) {
            record("factor.renamed", factor.account(), factor.boundIn(), id, factor.kind(), "renamed");
            events.publishEvent(new FactorRenamed(factor.account(), id, factor.kind()));
        }
    }

    @Override
    public void prefer(FactorId id) {
        Factor factor = changing(id);
        if (factor.state() != State.ACTIVE || !mayBePreferred(factor)) {
            throw new IllegalArgumentException("method " + id + " cannot be the default");
        }
        if (factor.preferred()) {
            return;
        }
        jdbc.sql("update factor set preferred = (id = :id) where account_id = :account and state = 'ACTIVE'")
                .param("id", id.value())
                .param("account", factor.account().value())
                .update();
        record("factor.preferred", factor.account(), factor.boundIn(), id, factor.kind(), "preferred");
        events.publishEvent(new FactorPreferred(factor.account(), id, factor.kind()));
    }

    private boolean mayBePreferred(Factor factor) {
        return catalog.getObject().traits(factor).first();
    }

    @Override
    public boolean suspend(FactorId id) {
        Factor factor = locked(id);
        if (factor.state() == State.SUSPENDED) {
            return true;
        }
        boolean another = active(factor.account()).stream()
                .filter(other -> !other.id().equals(id))
                .anyMatch(other -> catalog.getObject().traits(other).signIn());
        if (factor.state() != State.ACTIVE || !another) {
            return false;
        }
        leave(factor, State.SUSPENDED);
        record("factor.suspended", factor.account(), factor.boundIn(), id, factor.kind(), "suspended");
        events.publishEvent(new FactorSuspended(factor.account(), id, factor.kind()));
        return true;
    }

    @Override
    public void resume(FactorId id) {
        Factor factor = locked(id);
        if (factor.state() != State.SUSPENDED) {
            return;
        }
        boolean first =
                mayBePreferred(factor) && active(factor.account()).stream().noneMatch(Factor::preferred);
        jdbc.sql("update factor set state = 'ACTIVE', preferred = :first where id = :id")
                .param("first", first)
                .param("id", id.value())
                .update();
        record("factor.resumed", factor.account(), factor.boundIn(), id, factor.kind(), "resumed");
        events.publishEvent(new FactorResumed(factor.account(), id, factor.kind()));
    }

    @Override
    public void revoke(FactorId id, String reason) {
        Factor factor = locked(id);
        if (factor.state() == State.REVOKED || !end(factor, State.REVOKED)) {
            return;
        }
        if (factor.state() == State.PENDING) {
            record("factor.binding-discarded", factor.account(), factor.boundIn(), id, factor.kind(), reason);
            events.publishEvent(new FactorDiscarded(factor.account(), id, factor.kind(), reason));
        } else {
            record("factor.revoked", factor.account(), factor.boundIn(), id, factor.kind(), reason);
            events.publishEvent(new FactorRevoked(factor.account(), id, factor.kind(), reason));
        }
    }

    @Override
    public void revokeBoundIn(CaseId caseId, String reason) {
        revokeWhere("bound_in", caseId.value(), reason);
    }

    @Override
    public void revokeAll(AccountId account, String reason) {
        revokeWhere("account_id", account.value(), reason);
    }

    private void revokeWhere(String column, UUID value, String reason) {
        jdbc.sql("select id from factor where " + column + " = :value and state <> 'REVOKED' order by created_at, id")
                .param("value", value)
                .query(UUID.class)
                .list()
                .forEach(id -> revoke(new FactorId(id), reason));
    }

    @Override
    public void disable(FactorId id) {
        Factor factor = locked(id);
        if (factor.state() != State.ACTIVE || !end(factor, State.DISABLED)) {
            return;
        }
        record("factor.disabled", factor.account(), factor.boundIn(), id, factor.kind(), "too-many-failures");
        events.publishEvent(new FactorDisabled(factor.account(), id, factor.kind()));
    }

    @Override
    public boolean used(FactorId id) {
        return 1
                == jdbc.sql("update factor set last_used_at = :now where id = :id and state = 'ACTIVE'")
                        .param("id", id.value())
                        .param("now", now())
                        .update();
    }

    private Factor changing(FactorId id) {
        Factor factor = locked(id);
        freezes.demandNone(factor.account());
        return factor;
    }

    /** Locks every method of the account, so that there is one default at most however changes fall together. */
    private Factor locked(FactorId id) {
        Factor seen = find(id).orElseThrow(() -> new IllegalArgumentException("no method " + id));
        return jdbc
                .sql("select " + COLUMNS + " from factor where account_id = :account order by id for update")
                .param("account", seen.account().value())
                .query(JdbcFactors::factor)
                .list()
                .stream()
                .filter(factor -> factor.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean end(Factor factor, State state) {
        boolean left = leave(factor, state);
        if (left) {
            jdbc.sql("update factor set ended_at = :now where id = :id")
                    .param("now", now())
                    .param("id", factor.id().value())
                    .update();
        }
        return left;
    }

    /** Takes a method out of use; where it was the default, the oldest of the others that may be takes its place. */
    private boolean leave(Factor factor, State state) {
        int changed = jdbc.sql("update factor set state = :state, preferred = false where id = :id and state = :was")
                .param("state", state.name())
                .param("id", factor.id().value())
                .param("was", factor.state().name())
                .update();
        if (changed == 1 && factor.preferred()) {
            active(factor.account()).stream()
                    .filter(this::mayBePreferred)
                    .findFirst()
                    .ifPresent(next -> jdbc.sql("update factor set preferred = true where id = :id")
                            .param("id", next.id().value())
                            .update());
        }
        return changed == 1;
    }

    private void record(String action, AccountId account, CaseId caseId, FactorId id, String kind, String result) {
        String source = user.source().map(Source::network).orElse("system");
        trail.record(
                action,
                Optional.of(account.value()),
                Optional.of(caseId.value()),
                result,
                Map.of("factor", id.toString(), "kind", kind, "source", source));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Factor factor(ResultSet row, int number) throws SQLException {
        return new Factor(
                new FactorId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("kind"),
                Optional.ofNullable(row.getString("name")),
                State.valueOf(row.getString("state")),
                row.getBoolean("preferred"),
                new CaseId(row.getObject("bound_in", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("activated_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
