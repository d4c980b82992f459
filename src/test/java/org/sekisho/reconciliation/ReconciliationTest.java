package org.sekisho.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.process.UserOperation;
import org.sekisho.process.UserOperations;
import org.sekisho.recovery.TestRecoveries;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's log and the trail say the same; where somebody has had a hand in one of them, that is found and named. */
@SekishoTest
class ReconciliationTest {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcReconciliation table;

    @Autowired
    UserOperations log;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestRecoveries recoveries;

    @Autowired
    Enforcement enforcement;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory product;

    private Instant began;
    private Account person;
    private CaseId caseId;

    @BeforeEach
    void somebody_sets_mfa_up() {
        clock.advance(Duration.ofHours(1));
        began = clock.instant();
        person = accounts.create(account -> account.address("known@example.ac.jp"));
        Traveller traveller = Traveller.of(product, person.id());
        caseId = traveller.applies();
        traveller.goesOnToTheEnd();
    }

    @Test
    void each_operation_of_a_case_is_an_event_with_its_person() {
        List<UserOperation> logged = operations();
        assertThat(logged).extracting(UserOperation::what).contains("process-instance-create", "task-complete");
        List<AuditEvent> told = trail.ofCase(caseId.value()).stream()
                .filter(event -> event.action().equals(ToldOperations.ACTION))
                .toList();
        assertThat(told).isNotEmpty().allSatisfy(event -> assertThat(logged)
                .anySatisfy(operation ->
                        assertThat(operation.id()).isEqualTo(event.details().get("operation"))));
        assertThat(told)
                .extracting(AuditEvent::actor)
                .contains(Optional.of(person.id().value()));
    }

    @Test
    void a_day_of_applications_sign_ins_and_recoveries_shows_no_difference() {
        assertThat(enforcement.isOn(person.id())).isTrue();
        recoveries.recovers(person.id(), staff(Role.HELPDESK), staff(Role.HELPDESK), "Looked at it");
        clock.advance(Duration.ofDays(1));
        Reconciliation.Outcome outcome = reconciliation.compareAll();
        assertThat(outcome.compared()).isGreaterThan(10);
        assertThat(outcome.differences()).as("%s", table.differences(20)).isZero();
    }

    @Test
    void a_row_taken_from_the_engines_log_is_named() {
        UserOperation operation = operations().get(0);
        tampered(() -> {
            assertThat(jdbc.sql("delete from act_hi_op_log where operation_id_ = :id")
                            .param("id", operation.id())
                            .update())
                    .isPositive();
            assertThat(found()).anySatisfy(difference -> {
                assertThat(difference.kind()).isEqualTo(Difference.Kind.NOT_IN_ENGINE);
                assertThat(difference.operation()).isEqualTo(operation.id());
                assertThat(difference.what()).isEqualTo(operation.what());
                assertThat(difference.target()).isEqualTo(operation.target());
                assertThat(difference.actor().map(AccountId::value)).isEqualTo(operation.actor());
            });
        });
    }

    @Test
    void an_event_taken_from_the_trail_is_named_with_its_case() {
        tampered(() -> {
            assertThat(jdbc.sql("delete from audit_event where case_id = :case and action = :action")
                            .param("case", caseId.value())
                            .param("action", ToldOperations.ACTION)
                            .update())
                    .isPositive();
            assertThat(found()).isNotEmpty().allSatisfy(difference -> {
                assertThat(difference.kind()).isEqualTo(Difference.Kind.NOT_IN_TRAIL);
                assertThat(difference.caseId()).contains(caseId);
            });
        });
    }

    @Test
    void an_event_of_something_that_nobody_did_is_named() {
        tampered(() -> {
            trail.record(
                    ToldOperations.ACTION,
                    Optional.empty(),
                    Optional.of(caseId.value()),
                    "task-complete",
                    Map.of("operation", "made-up", "target", "none", "entries", "1"));
            assertThat(found()).singleElement().satisfies(difference -> {
                assertThat(difference.kind()).isEqualTo(Difference.Kind.NOT_IN_ENGINE);
                assertThat(difference.operation()).isEqualTo("made-up");
            });
        });
    }

    @Test
    void another_name_in_the_engines_log_is_named() {
        UserOperation operation = operations().get(0);
        tampered(() -> {
            jdbc.sql("update act_hi_op_log set user_id_ = :somebody where operation_id_ = :id")
                    .param("somebody", UUID.randomUUID().toString())
                    .param("id", operation.id())
                    .update();
            assertThat(found())
                    .extracting(Difference::kind, Difference::operation)
                    .contains(tuple(Difference.Kind.UNLIKE, operation.id()));
        });
    }

    @Test
    void a_difference_is_told_once_as_an_event_however_often_it_is_found() {
        tampered(() -> {
            jdbc.sql("delete from audit_event where case_id = :case and action = :action")
                    .param("case", caseId.value())
                    .param("action", ToldOperations.ACTION)
                    .update();
            int first = found().size();
            assertThat(found()).hasSize(first);
            assertThat(trail.ofCase(caseId.value()).stream()
                            .filter(event -> event.action().equals("reconciliation.difference-found")))
                    .hasSize(first);
        });
    }

    @Test
    void what_is_not_committed_yet_is_no_difference_and_neither_is_it_afterwards() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch compared = new CountDownLatch(1);
        List<Callable<Integer>> both = List.of(
                () -> {
                    transaction.executeWithoutResult(status -> {
                        Traveller.of(product, accounts.student().id()).applies();
                        written.countDown();
                        await(compared);
                    });
                    return 0;
                },
                () -> {
                    await(written);
                    int differences = reconciliation.compareAll().differences();
                    compared.countDown();
                    return differences;
                });
        assertThat(InParallel.all(both)).containsOnly(0);
        assertThat(reconciliation.compareAll().differences()).isZero();
    }

    @Test
    void nothing_differs_while_many_work() throws Exception {
        AtomicInteger working = new AtomicInteger(4);
        List<Callable<Integer>> works = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            works.add(() -> {
                try {
                    for (int number = 0; number < 10; number++) {
                        Traveller.of(product, accounts.student().id()).applies();
                    }
                } finally {
                    working.decrementAndGet();
                }
                return 0;
            });
        }
        works.add(() -> {
            int differences = 0;
            while (working.get() > 0) {
                differences += reconciliation.compareAll().differences();
            }
            return differences;
        });
        assertThat(InParallel.all(works)).containsOnly(0);
    }

    @Test
    void what_is_new_is_compared_by_itself_and_remembered() {
        clock.advance(Duration.ofMinutes(2));
        reconciliation.compareNews();
        assertThat(table.progress().orElseThrow().reached())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(1)));
    }

    @Test
    void auditors_and_administrators_compare_and_read_and_that_is_an_event() {
        for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
            AccountId reader = staff(role);
            try (SignedInAs at = SignedInAs.withRoles(reader, role)) {
                assertThat(reconciliation.asked().differences()).isZero();
                assertThat(reconciliation.overview().reached()).isPresent();
                assertThat(at.person().account()).isEqualTo(reader);
            }
            assertThat(jdbc.sql("select action from audit_event where actor = :actor order by id")
                            .param("actor", reader.value())
                            .query(String.class)
                            .list())
                    .contains("reconciliation.asked", "reconciliation.differences-read");
        }
        for (Role role : List.of(Role.HOLDER, Role.APPROVER, Role.HELPDESK, Role.LEAD)) {
            try (SignedInAs at = SignedInAs.withRoles(staff(role), role)) {
                assertThatThrownBy(() -> reconciliation.asked()).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> reconciliation.overview()).isInstanceOf(AccessDeniedException.class);
                assertThat(at.person().signedIn()).isTrue();
            }
        }
    }

    private List<UserOperation> operations() {
        List<UserOperation> operations = log.between(began, clock.instant().plusSeconds(1));
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private List<Difference> found() {
        reconciliation.compareAll();
        return table.differences(50);
    }

    /** What is done by hand is undone afterwards. */
    private void tampered(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private AccountId staff(Role role) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
