package org.sekisho.methodchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.methodchange.Suspensions.Answer;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignInAttempt;
import org.sekisho.security.SignInGate;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Answer.Refused;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A method that is lost is of no use from the moment its person says so, until they take it up again. */
@SekishoTest
class SuspensionTest {

    @Autowired
    Suspensions suspensions;

    @Autowired
    MethodChanges changes;

    @Autowired
    MethodOffer offer;

    @Autowired
    Factors factors;

    @Autowired
    FactorCatalog catalog;

    @Autowired
    Freezes freezes;

    @Autowired
    Disputes disputes;

    @Autowired
    Verification verification;

    @Autowired
    @Qualifier("verificationGate")
    SignInGate gate;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TestApps apps;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Enforcement enforcement;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private AccountId account;
    private FactorId lost;
    private FactorId kept;

    @BeforeEach
    void a_person_with_two_apps() {
        account = accounts.create(
                        person -> person.address("known@example.ac.jp").address("home@example.org"))
                .id();
        lost = apps.enroll(account);
        kept = apps.enroll(account);
        enforcement.begin(account);
    }

    @Test
    void the_other_method_suspends_the_lost_one_and_takes_it_up_again() {
        try (SignedInAs person = SignedInAs.holder(account)) {
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.PROOF_NEEDED);
            proves(kept);
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.DONE);
            assertThat(state(lost)).isEqualTo(Factor.State.SUSPENDED);
            assertThat(factors.active(account)).singleElement().satisfies(method -> {
                assertThat(method.id()).isEqualTo(kept);
                assertThat(method.preferred())
                        .as("the default is one that works")
                        .isTrue();
            });
            assertThat(changes.methods()).extracting(Factor::id).containsExactly(kept, lost);
            assertThat(suspensions.lost(kept)).as("never the last one").isEqualTo(Answer.LAST_METHOD);

            assertThat(suspensions.found(lost)).isEqualTo(Answer.DONE);
            assertThat(state(lost)).isEqualTo(Factor.State.ACTIVE);
            assertThat(factors.active(account)).extracting(Factor::preferred).containsExactly(true, false);
            assertThat(person.person().signedIn()).isTrue();
        }
        assertThat(told())
                .filteredOn(subject -> subject.equals("A method of your account was suspended"))
                .as("at each address")
                .hasSize(2);
        assertThat(told()).contains("A suspended method of your account works again");
    }

    @Test
    void the_lost_method_itself_suspends_nothing_and_is_not_asked_for() {
        try (SignedInAs person = SignedInAs.holder(account)) {
            proves(lost);
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.PROOF_NEEDED);
            TaskId proof = suspensions.prove(lost, "suspension/" + lost);
            CaseTask task = inbox.find(proof).orElseThrow();
            assertThat(verification.prompt(task).factor().id()).isEqualTo(kept);
            verification.prove(proof, apps.nextCode(kept));
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.DONE);
            assertThat(person.person().signedIn()).isTrue();
        }
    }

    @Test
    void everybody_else_is_signed_out() {
        jdbc.sql("insert into session_generation (account, generation) values (:account, 0)")
                .param("account", account.value())
                .update();
        long before = generation();
        suspends();
        assertThat(generation()).isGreaterThan(before);
    }

    @Test
    void a_change_that_is_open_and_a_freeze_do_not_stand_in_the_way_of_a_suspension_and_a_freeze_does_of_its_end() {
        try (SignedInAs person = SignedInAs.holder(account)) {
            changes.requested(Change.RENAME, Optional.of(kept));
            transaction.executeWithoutResult(status -> freezes.freeze(account, CaseId.next(), clock.instant()));
            proves(kept);
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.DONE);
            assertThatThrownBy(() -> suspensions.found(lost)).isInstanceOf(ChangesRefused.class);
            assertThat(person.person().signedIn()).isTrue();
        }
    }

    @Test
    void what_somebody_else_has_suspended_works_again_when_the_helpdesk_undoes_it() {
        suspends();
        Secret<String> link = MailedLinks.of(outgoing, account, "A method of your account was suspended")
                .get(0);
        Disputes.Link used = disputes.disputed(link);
        CaseId dispute = ((Disputes.Link.Used) used).dispute().caseId();
        AccountId agent = accounts.create(staff -> staff.roles(Role.HELPDESK)).id();
        try (SignedInAs at = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            assertThat(at.person().account()).isEqualTo(agent);
            disputes.decided(inbox.ofCase(dispute).get(0).id(), true, "Spoke with the person");
        }
        assertThat(state(lost)).isEqualTo(Factor.State.ACTIVE);
    }

    @Test
    void a_suspended_method_is_replaced_or_removed_and_nothing_else() {
        suspends();
        try (SignedInAs person = SignedInAs.holder(account)) {
            Factor method = suspensions.method(lost).orElseThrow();
            assertThat(changes.possible(method)).containsExactly(Change.REPLACE, Change.REMOVE);
            proves(kept);
            assertThat(changes.requested(Change.REMOVE, Optional.of(lost))).isEqualTo(MethodChanges.Answer.STARTED);
            TaskId task = changes.currentTask().orElseThrow();
            assertThat(changes.leavesOnlyOne(inbox.find(task).orElseThrow()))
                    .as("it was of no use before")
                    .isFalse();
            assertThat(changes.removed(task)).isTrue();
            assertThat(state(lost)).isEqualTo(Factor.State.REVOKED);
            assertThat(person.person().signedIn()).isTrue();
        }
    }

    @Test
    void the_last_usable_one_stays_when_two_people_at_two_screens_suspend_each_the_other() throws Exception {
        List<Boolean> suspended = InParallel.all(List.of(
                () -> transaction.execute(status -> factors.suspend(lost)),
                () -> transaction.execute(status -> factors.suspend(kept))));
        assertThat(suspended).containsOnlyOnce(true);
        assertThat(factors.active(account)).hasSize(1);
    }

    @Test
    void nobody_suspends_the_method_of_another() {
        AccountId stranger = accounts.student().id();
        apps.enroll(stranger);
        try (SignedInAs other = SignedInAs.holder(stranger)) {
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.NOT_POSSIBLE);
            assertThat(suspensions.found(lost)).isEqualTo(Answer.NOT_POSSIBLE);
            assertThat(suspensions.method(lost)).isEmpty();
            assertThat(other.person().account()).isEqualTo(stranger);
        }
    }

    @TestFactory
    Stream<DynamicTest> of_whatever_kind_it_is_a_suspended_method_proves_nothing_and_is_sent_nothing() {
        return catalog.types().stream()
                .filter(type -> type.traits().signIn())
                .map(type -> DynamicTest.dynamicTest(type.kind(), () -> isOfNoUse(type)));
    }

    private void isOfNoUse(FactorType type) {
        AccountId owner = accounts.student().id();
        FactorId other = apps.enroll(owner);
        FactorId method = method(owner, type);
        enforcement.begin(owner);
        try (SignedInAs person = SignedInAs.halfWay(owner, CaseId.next())) {
            CaseId signIn = gate.open(new SignInAttempt(owner, person.person().session()))
                    .orElseThrow();
            verification.another(only(signIn));
            verification.chosen(only(signIn), method);
            long sent = codesTo(owner);

            assertThat(transaction.<Boolean>execute(status -> factors.suspend(method)))
                    .isTrue();

            assertThat(verification.prove(only(signIn), Secret.of("123456"))).isInstanceOf(Refused.class);
            verification.again(only(signIn));
            CaseTask choice = inbox.ofCase(signIn).get(0);
            assertThat(choice.element()).isEqualTo("userTask_chooseMethod");
            assertThat(verification.methods(choice)).extracting(Factor::id).containsExactly(other);
            assertThatThrownBy(() -> verification.chosen(choice.id(), method))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(codesTo(owner)).as("no code was sent to it").isEqualTo(sent);
            assertThat(transaction.<Boolean>execute(status -> factors.used(method)))
                    .as("what was proved at the same moment does not count")
                    .isFalse();
        }
        assertThat(factors.bound(owner)).extracting(Factor::id).containsExactly(other, method);
        transaction.executeWithoutResult(status -> factors.resume(method));
        assertThat(state(method)).isEqualTo(Factor.State.ACTIVE);
        transaction.executeWithoutResult(status -> {
            factors.suspend(method);
            factors.revokeAll(owner, "over");
        });
        assertThat(state(method)).isEqualTo(Factor.State.REVOKED);
    }

    private FactorId method(AccountId owner, FactorType type) {
        FactorId id = FactorId.next();
        transaction.executeWithoutResult(status -> {
            factors.begin(id, owner, type.kind(), CaseId.next());
            factors.activate(id);
        });
        return id;
    }

    private long codesTo(AccountId owner) {
        return outgoing.of(owner).stream()
                .filter(message -> !message.channel().equals("mail"))
                .count();
    }

    private void suspends() {
        try (SignedInAs person = SignedInAs.holder(account)) {
            proves(kept);
            assertThat(suspensions.lost(lost)).isEqualTo(Answer.DONE);
            assertThat(person.person().signedIn()).isTrue();
        }
    }

    /** The person at work proves a method of theirs. */
    private void proves(FactorId method) {
        FactorId other = method.equals(lost) ? kept : lost;
        TaskId task = suspensions.prove(other, "methods");
        verification.prove(task, apps.nextCode(method));
    }

    private Factor.State state(FactorId method) {
        return factors.find(method).orElseThrow().state();
    }

    private TaskId only(CaseId caseId) {
        return inbox.ofCase(caseId).get(0).id();
    }

    private long generation() {
        return jdbc.sql("select coalesce(max(generation), 0) from session_generation where account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    private List<String> told() {
        return outgoing.of(account).stream().map(JdbcOutgoing.Waiting::subject).toList();
    }
}
