package org.sekisho.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor.State;
import org.sekisho.process.CaseId;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SekishoTest
@RecordApplicationEvents
class FactorsTest {

    private static final String KIND = "totp";

    @Autowired
    private Factors factors;

    @Autowired
    private FactorCatalog catalog;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    private final CaseId caseId = CaseId.next();
    private AccountId account;

    @BeforeEach
    void person() {
        account = accounts.student().id();
    }

    @Test
    void a_method_is_usable_only_after_it_was_proved() {
        FactorId id = begun();
        assertThat(factors.active(account)).isEmpty();
        factors.activate(id);
        Factor factor = factors.active(account).get(0);
        assertThat(factor.state()).isEqualTo(State.ACTIVE);
        assertThat(factor.activatedAt()).contains(clock.instant());
        assertThat(factor.lastUsedAt()).isEmpty();
        factors.used(id);
        assertThat(factors.find(id).orElseThrow().lastUsedAt()).contains(clock.instant());
        assertThat(events.stream(FactorActivated.class))
                .containsExactly(new FactorActivated(account, id, KIND, caseId));
    }

    @Test
    void a_method_is_activated_once() {
        FactorId id = active();
        assertThatThrownBy(() -> factors.activate(id)).isInstanceOf(IllegalStateException.class);
        factors.revoke(id, "lost");
        assertThatThrownBy(() -> factors.activate(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_method_is_called_what_its_person_calls_it() {
        FactorId id = active();
        factors.rename(id, "Phone in the drawer");
        assertThat(factors.find(id).orElseThrow().name()).contains("Phone in the drawer");
        assertThat(events.stream(FactorRenamed.class)).containsExactly(new FactorRenamed(account, id, KIND));
        assertThatThrownBy(() -> factors.rename(id, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> factors.rename(id, "n".repeat(81))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_one_default_however_often_it_is_changed_at_once() throws Exception {
        FactorId first = active();
        FactorId second = active();
        factors.prefer(second);
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(second, first);
        assertThat(events.stream(FactorPreferred.class)).containsExactly(new FactorPreferred(account, second, KIND));
        AtomicInteger turn = new AtomicInteger();
        InParallel.on(8, () -> {
            factors.prefer(turn.getAndIncrement() % 2 == 0 ? first : second);
            return true;
        });
        assertThat(factors.active(account)).filteredOn(Factor::preferred).hasSize(1);
        FactorId pending = begun();
        assertThatThrownBy(() -> factors.prefer(pending)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_method_is_the_default_and_hands_it_on_when_it_ends() {
        FactorId first = active();
        FactorId second = active();
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(first, second);
        assertThat(factors.active(account)).extracting(Factor::preferred).containsExactly(true, false);
        factors.revoke(first, "lost");
        assertThat(factors.active(account)).extracting(Factor::preferred).containsExactly(true);
        factors.disable(second);
        assertThat(factors.active(account)).isEmpty();
    }

    @Test
    void of_methods_activated_in_parallel_one_is_the_default() throws Exception {
        List<FactorId> begun = Stream.generate(this::begun).limit(8).toList();
        AtomicInteger next = new AtomicInteger();
        InParallel.on(begun.size(), () -> {
            factors.activate(begun.get(next.getAndIncrement()));
            return true;
        });
        assertThat(factors.active(account))
                .hasSize(begun.size())
                .filteredOn(Factor::preferred)
                .hasSize(1);
    }

    @Test
    void revoking_twice_tells_once() {
        FactorId id = active();
        factors.revoke(id, "lost");
        factors.revoke(id, "lost");
        assertThat(events.stream(FactorRevoked.class)).containsExactly(new FactorRevoked(account, id, KIND, "lost"));
    }

    @Test
    void a_binding_that_is_thrown_away_was_never_a_method() {
        FactorId id = begun();
        factors.revoke(id, "expired");
        assertThat(events.stream(FactorDiscarded.class))
                .containsExactly(new FactorDiscarded(account, id, KIND, "expired"));
        assertThat(events.stream(FactorRevoked.class)).isEmpty();
    }

    @Test
    void everything_begun_in_a_case_ends_with_it() {
        FactorId elsewhere = FactorId.next();
        factors.begin(elsewhere, account, KIND, CaseId.next());
        factors.activate(elsewhere);
        active();
        begun();
        factors.revokeBoundIn(caseId, "withdrawn");
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(elsewhere);
    }

    @Test
    void an_account_that_ends_takes_its_methods_with_it() {
        FactorId id = active();
        publisher.publishEvent(new AccountEnded(account));
        assertThat(factors.find(id).orElseThrow().state()).isEqualTo(State.REVOKED);
    }

    @Test
    void a_disabled_method_is_told_and_can_still_be_revoked() {
        FactorId id = active();
        factors.disable(id);
        factors.disable(id);
        assertThat(events.stream(FactorDisabled.class)).containsExactly(new FactorDisabled(account, id, KIND));
        assertThat(factors.find(id).orElseThrow().state()).isEqualTo(State.DISABLED);
        factors.revoke(id, "bound-again");
        assertThat(factors.find(id).orElseThrow().state()).isEqualTo(State.REVOKED);
    }

    @Test
    void every_event_of_a_method_enters_the_trail_with_its_time_and_source() {
        FactorId id = active();
        factors.revoke(id, "lost");
        List<AuditEvent> events = trail.ofCase(caseId.value());
        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly("factor.binding-begun", "factor.activated", "factor.revoked");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.subject()).contains(account.value());
            assertThat(event.details())
                    .containsEntry("factor", id.toString())
                    .containsEntry("kind", KIND)
                    .containsKey("source");
        });
    }

    @Test
    void the_catalogue_knows_every_kind_by_name() {
        assertThat(catalog.type(KIND).kind()).isEqualTo(KIND);
        assertThat(catalog.types()).contains(catalog.type(KIND));
        assertThatThrownBy(() -> catalog.type("carrier-pigeon")).isInstanceOf(IllegalArgumentException.class);
    }

    private FactorId begun() {
        FactorId id = FactorId.next();
        factors.begin(id, account, KIND, caseId);
        return id;
    }

    private FactorId active() {
        FactorId id = begun();
        factors.activate(id);
        return id;
    }
}
