package org.sekisho.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.contact.ContactSetup;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes.Lifting;
import org.sekisho.dispute.Disputes.Link;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class DisputeProcessTest {

    private static final String ADDED = "A method was added to your account";
    private static final String REPLACED = "A method of your account was replaced";

    @Autowired
    DisputeStatements statements;

    @Autowired
    ProcessPlay play;

    @Autowired
    Disputes disputes;

    @Autowired
    JdbcDisputes table;

    @Autowired
    Freezes freezes;

    @Autowired
    Factors factors;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactSetup contactSetup;

    @Autowired
    Processes processes;

    @Autowired
    FreshFactor fresh;

    @Autowired
    Verification verification;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TestApps apps;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private AccountId account;
    private FactorId own;
    private FactorId foreign;

    @BeforeEach
    void a_method_was_added_long_after_the_first() {
        account = accounts.create(person -> person.address("one@example.ac.jp").address("two@example.org"))
                .id();
        own = apps.enroll(account);
        clock.advance(Duration.ofDays(3));
        foreign = apps.enroll(account);
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("dispute"));
    }

    @Test
    void each_address_is_sent_a_link_of_its_own_and_looking_changes_nothing() {
        List<Secret<String>> tokens = MailedLinks.of(outgoing, account, ADDED);
        assertThat(tokens).hasSize(4);
        assertThat(new HashSet<>(tokens.stream().map(Secret::reveal).toList())).hasSize(4);

        assertThat(disputes.look(newest())).isInstanceOf(Link.Open.class);
        assertThat(disputes.look(newest())).isInstanceOf(Link.Open.class);

        assertThat(freezes.of(account)).isEmpty();
        assertThat(table.open(account)).isEmpty();
    }

    @Test
    void a_token_has_256_random_bits_and_stands_nowhere() {
        Secret<String> token = newest();
        assertThat(token.reveal()).hasSize(64);
        assertThat(jdbc.sql("select count(*) from notice_dispute_link where cast(digest as varchar) like :token")
                        .param("token", "%" + token.reveal() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_helpdesk_undoes_a_disputed_change() {
        CaseId caseId = dispute(newest());
        play.waitsAt(caseId, "userTask_checkDispute");
        assertThat(freezes.of(account)).isPresent();

        decides(caseId, true);

        play.hasEnded(caseId)
                .hasPassed(caseId, "serviceTask_undoChange", "event_changeUndone")
                .nothingIsLeftOf(caseId);
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(own);
        assertThat(freezes.of(account)).isEmpty();
        assertThat(table.find(caseId).orElseThrow().state()).isEqualTo(DisputeState.UNDONE);
        assertThat(told()).contains("Changes to your account are stopped", "The disputed change was undone");
    }

    @Test
    void the_helpdesk_keeps_a_change_that_was_the_persons_own() {
        CaseId caseId = dispute(newest());
        decides(caseId, false);
        play.hasEnded(caseId).hasPassed(caseId, "event_changeKept").nothingIsLeftOf(caseId);
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(own, foreign);
        assertThat(freezes.of(account)).isEmpty();
        assertThat(told()).contains("The disputed change was kept");
        assertThat(statements.of(caseId)).singleElement().satisfies(said -> {
            assertThat(said.result()).contains("kept");
            assertThat(said.words()).contains("Called the person back");
        });
    }

    @Test
    void a_replacement_is_undone_by_ending_what_took_the_place() {
        transaction.executeWithoutResult(status -> factors.revoke(own, "replaced"));
        CaseId caseId = dispute(MailedLinks.of(outgoing, account, REPLACED).get(0));
        decides(caseId, true);
        assertThat(factors.active(account)).isEmpty();
    }

    @Test
    void a_disputed_contact_is_erased() {
        CaseId caseId = dispute(confirmedContact());
        decides(caseId, true);
        play.hasEnded(caseId);
        assertThat(contacts.confirmed(account)).isEmpty();
    }

    @Test
    void a_frozen_account_confirms_no_contact() {
        dispute(newest());
        assertThatThrownBy(this::confirmedContact).isInstanceOf(ChangesRefused.class);
        assertThat(contacts.confirmed(account)).isEmpty();
    }

    @Test
    void a_decision_needs_a_reason_and_somebody_else() {
        CaseId caseId = dispute(newest());
        AccountId agent = agent(Role.HELPDESK);
        try (SignedInAs person = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            TaskId task = inbox.ofCase(caseId).get(0).id();
            assertThatThrownBy(() -> disputes.decided(task, true, " ")).isInstanceOf(IllegalArgumentException.class);
            assertThat(person.person().account()).isEqualTo(agent);
        }
        try (SignedInAs self = SignedInAs.withRoles(account, Role.HELPDESK, Role.LEAD)) {
            assertThat(inbox.ofCase(caseId)).isEmpty();
            assertThat(self.person().account()).isEqualTo(account);
        }
        play.waitsAt(caseId, "userTask_checkDispute");
        decides(caseId, false);
        assertThatThrownBy(() -> decides(caseId, true)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void the_dispute_of_a_privileged_account_is_a_matter_of_privileged_staff() {
        jdbc.sql("update account set account_rank = 'privileged' where id = :id")
                .param("id", account.value())
                .update();
        CaseId caseId = dispute(newest());
        assertThatThrownBy(() -> decides(caseId, true)).isInstanceOf(IndexOutOfBoundsException.class);
        AccountId privileged = accounts.create(agent -> agent.affiliation(Affiliation.STAFF)
                        .rank(Rank.PRIVILEGED)
                        .roles(Role.HELPDESK))
                .id();
        try (SignedInAs person = SignedInAs.withRoles(privileged, Role.HELPDESK)) {
            assertThat(inbox.ofCase(caseId)).hasSize(1);
            assertThat(person.person().account()).isEqualTo(privileged);
        }
    }

    @Test
    void a_change_is_disputed_once_by_whichever_link_and_however_often() throws Exception {
        List<Secret<String>> tokens = MailedLinks.of(outgoing, account, ADDED).subList(2, 4);
        List<Link> links = InParallel.on(8, () -> disputes.disputed(tokens.get(0)));
        assertThat(links).allMatch(Link.Used.class::isInstance);
        assertThat(disputes.disputed(tokens.get(1))).isInstanceOf(Link.Used.class);
        assertThat(table.open(account)).hasSize(1);

        decides(table.open(account).get(0).caseId(), true);
        assertThat(disputes.disputed(tokens.get(0))).isInstanceOfSatisfying(Link.Used.class, used -> assertThat(
                        used.dispute().state())
                .isEqualTo(DisputeState.UNDONE));
        assertThat(freezes.of(account)).as("a replay freezes nothing").isEmpty();
    }

    @Test
    void an_expired_a_changed_and_an_unknown_token_do_nothing() {
        Secret<String> token = newest();
        String changed = token.reveal().substring(0, 63) + (token.reveal().endsWith("A") ? "B" : "A");
        assertThat(disputes.disputed(Secret.of(changed))).isInstanceOf(Link.Unknown.class);
        assertThat(disputes.disputed(Secret.of("no token"))).isInstanceOf(Link.Unknown.class);
        clock.advance(Duration.ofDays(14));
        assertThat(disputes.disputed(token)).isInstanceOf(Link.Expired.class);
        assertThat(freezes.of(account)).isEmpty();
    }

    @Test
    void an_older_method_lifts_the_freeze_and_a_disputed_one_does_not() {
        CaseId caseId = dispute(newest());
        try (SignedInAs person = SignedInAs.holder(account)) {
            assertThat(disputes.lifted()).isEqualTo(Lifting.PROOF_NEEDED);
            proves(person, foreign);
            assertThat(disputes.lifted()).isEqualTo(Lifting.TOO_NEW);
            play.waitsAt(caseId, "userTask_checkDispute");
            proves(person, own);
            assertThat(disputes.lifted()).isEqualTo(Lifting.LIFTED);
            assertThat(disputes.freeze()).isEmpty();
        }
        play.hasEnded(caseId)
                .hasPassed(caseId, "event_olderMethodProved", "event_disputeLifted")
                .nothingIsLeftOf(caseId);
        assertThat(factors.active(account)).hasSize(2);
        assertThat(told()).contains("Changes to your account are possible again");
    }

    @Test
    void a_method_from_the_day_of_the_change_is_under_suspicion_as_well() {
        clock.advance(Duration.ofHours(2));
        factors.rename(foreign, "Renamed by whoever added it");
        CaseId caseId = dispute(MailedLinks.of(outgoing, account, "A method of your account has another name")
                .get(0));
        try (SignedInAs person = SignedInAs.holder(account)) {
            proves(person, foreign);
            assertThat(disputes.lifted()).isEqualTo(Lifting.TOO_NEW);
        }
        decides(caseId, false);
    }

    @Test
    void two_disputes_are_two_freezes() {
        Secret<String> contact = confirmedContact();
        CaseId first = dispute(newest());
        CaseId second = dispute(contact);
        decides(first, false);
        assertThat(freezes.of(account)).as("the other one still asks for it").isPresent();
        decides(second, false);
        assertThat(freezes.of(account)).isEmpty();
    }

    @Test
    void an_account_that_ends_has_nothing_left_to_dispute() {
        CaseId caseId = dispute(newest());
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(account)));
        play.hasEnded(caseId).hasPassed(caseId, "event_disputeCancelled").nothingIsLeftOf(caseId);
    }

    private Secret<String> newest() {
        List<Secret<String>> tokens = MailedLinks.of(outgoing, account, ADDED);
        return tokens.get(tokens.size() - 1);
    }

    private CaseId dispute(Secret<String> token) {
        Link link = disputes.disputed(token);
        assertThat(link).isInstanceOf(Link.Used.class);
        return ((Link.Used) link).dispute().caseId();
    }

    private Secret<String> confirmedContact() {
        CaseId caseId = CaseId.next();
        try (SignedInAs person = SignedInAs.holder(account)) {
            fresh.proved(account, person.person().session());
            processes.start(
                    new ProcessKey("contact-setup"), caseId, Variables.of(Variable.id("accountId"), account.value()));
            contactSetup.give(inbox.ofCase(caseId).get(0).id(), "third@example.net", false);
            Matcher code = Pattern.compile("(?m)^ +([0-9]{6})$")
                    .matcher(outgoing.of(caseId).get(0).body());
            assertThat(code.find()).isTrue();
            contactSetup.enter(inbox.ofCase(caseId).get(0).id(), Secret.of(code.group(1)));
        }
        assertThat(contacts.confirmed(account)).hasSize(1);
        return MailedLinks.of(outgoing, account, "A contact address was confirmed for your account")
                .get(0);
    }

    private void proves(SignedInAs person, FactorId factor) {
        TaskId task = disputes.prove("methods");
        if (!factors.active(account).get(0).id().equals(factor)) {
            CaseId caseId = inbox.find(task).orElseThrow().caseId();
            verification.another(task);
            verification.chosen(inbox.ofCase(caseId).get(0).id(), factor);
            task = inbox.ofCase(caseId).get(0).id();
        }
        verification.prove(task, apps.nextCode(factor));
        assertThat(person.person().account()).isEqualTo(account);
    }

    private void decides(CaseId caseId, boolean undo) {
        AccountId agent = agent(Role.HELPDESK);
        try (SignedInAs person = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            disputes.decided(inbox.ofCase(caseId).get(0).id(), undo, "Called the person back");
            assertThat(person.person().account()).isEqualTo(agent);
        }
    }

    private AccountId agent(Role role) {
        return accounts.create(staff -> staff.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    private List<String> told() {
        return outgoing.of(account).stream().map(JdbcOutgoing.Waiting::subject).toList();
    }
}
