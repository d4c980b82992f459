package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.CasePath;
import org.sekisho.process.FormKey;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Every role × everything that can be read or written of a case × whose case it is. */
@SekishoTest
class CaseAuthorisationTest {

    private static final CasePath PATH = new CasePath(
            "path",
            Optional.empty(),
            new ProcessKey("dispute"),
            1,
            Instant.EPOCH,
            Optional.empty(),
            List.of(),
            Set.of());

    @Autowired
    Cases cases;

    @Autowired
    Notes notes;

    @Autowired
    Watchers watchers;

    @Autowired
    TaskRegister register;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    /** How the actor stands to the case. */
    private enum Whose {
        OWN,
        OTHER,
        /** Of an account ranked above the actor. */
        HIGHER,
        /** Of an account of the actor's own high rank. */
        PEER,
        /** Of an account that was raised above the actor after the groups were offered the task. */
        RAISED,
        /** One that the actor is barred from. */
        BARRED,
        /** One that groups of other roles alone were offered. */
        OF_OTHERS
    }

    @FunctionalInterface
    private interface Act {
        boolean allowed(CaseId caseId);
    }

    private Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("opened", caseId -> cases.opened(caseId.toString()).isPresent());
        acts.put("opened by number", caseId -> cases.opened(CaseNumbers.of(caseId))
                .isPresent());
        acts.put("find", caseId -> cases.find(caseId).isPresent());
        acts.put("mayRead", cases::mayRead);
        acts.put("timeline", caseId -> works(() -> cases.timeline(caseId)));
        acts.put("model", caseId -> works(() -> cases.model(caseId, PATH)));
        acts.put("decisions", caseId -> works(() -> cases.decisions(caseId)));
        acts.put("notes", caseId -> works(() -> notes.of(caseId)));
        acts.put("written", caseId -> works(() -> notes.written(caseId, "a note")));
        acts.put("seen", caseId -> {
            UUID page = UUID.randomUUID();
            watchers.seen(page, caseId);
            return jdbc.sql("select count(*) from helpdesk_watcher where page = :page")
                            .param("page", page)
                            .query(Long.class)
                            .single()
                    > 0;
        });
        return acts;
    }

    private static boolean works(Runnable act) {
        Throwable thrown = catchThrowable(act::run);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(AccessDeniedException.class);
        }
        return thrown == null;
    }

    @TestFactory
    Stream<DynamicTest> agents_and_leads_read_what_they_may_work_and_nobody_else_reads_anything() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Whose.values()).flatMap(whose -> acts().entrySet().stream()
                        .map(act -> DynamicTest.dynamicTest(
                                role + " " + act.getKey() + " " + whose, () -> holds(role, whose, act.getValue())))));
    }

    private void holds(Role role, Whose whose, Act act) {
        Account actor = accounts.create(account -> account.affiliation(Affiliation.STAFF)
                .rank(whose == Whose.PEER ? Rank.PRIVILEGED : Rank.ORDINARY)
                .roles(role));
        CaseId caseId = caseOf(actor, whose);
        boolean expected = Set.of(Role.HELPDESK, Role.LEAD).contains(role)
                && Set.of(Whose.OTHER, Whose.PEER).contains(whose);
        try (SignedInAs ignored = SignedInAs.withRoles(actor.id(), role)) {
            assertThat(act.allowed(caseId)).isEqualTo(expected);
        }
    }

    private CaseId caseOf(Account actor, Whose whose) {
        Account subject = whose == Whose.OWN
                ? actor
                : accounts.create(account -> account.rank(
                        Set.of(Whose.HIGHER, Whose.PEER).contains(whose) ? Rank.PRIVILEGED : Rank.ORDINARY));
        Set<String> groups = whose == Whose.OF_OTHERS
                ? Set.of("approver:nowhere")
                : Set.of(Role.HELPDESK.groupFor(subject), Role.LEAD.groupFor(subject));
        CaseId caseId = offered(
                subject,
                groups,
                whose == Whose.BARRED ? Barred.nobody().and(actor.id().value()) : Barred.nobody());
        if (whose == Whose.RAISED) {
            jdbc.sql("update account set account_rank = 'privileged' where id = :id")
                    .param("id", subject.id().value())
                    .update();
        }
        return caseId;
    }

    private CaseId offered(Account subject, Set<String> groups, Barred barred) {
        CaseId caseId = CaseId.next();
        TaskId task = new TaskId("task-of-" + caseId);
        register.stands(new OfferedTask(
                task,
                caseId,
                new ProcessKey("dispute"),
                "userTask_checkDispute",
                new FormKey("dispute-check"),
                Optional.of(subject.id().value()),
                barred,
                groups,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                50));
        // the file stays when nothing of the case waits any more
        register.hasGone(task, true);
        return caseId;
    }

    @Test
    void a_role_that_the_directory_has_taken_opens_nothing_in_a_session_that_still_has_it() {
        Account former = accounts.create(account -> account.affiliation(Affiliation.STAFF));
        CaseId caseId = caseOf(former, Whose.OTHER);
        try (SignedInAs ignored = SignedInAs.withRoles(former.id(), Role.HELPDESK)) {
            assertThat(cases.mayRead(caseId)).isFalse();
        }
    }

    @Test
    void who_opens_a_file_is_written_down_and_who_is_refused_as_well() {
        Account agent = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK));
        CaseId shown = caseOf(agent, Whose.OTHER);
        CaseId hidden = caseOf(agent, Whose.HIGHER);
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            cases.opened(shown.toString());
            cases.find(shown);
            cases.opened(hidden.toString());
            assertThat(cases.opened(CaseId.next().toString())).isEmpty();
            assertThat(cases.opened("no number at all")).isEmpty();
        }
        assertThat(trail.ofCase(shown.value())).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("helpdesk.case-read");
            assertThat(event.result()).isEqualTo("shown");
            assertThat(event.actor()).contains(agent.id().value());
        });
        assertThat(trail.ofCase(hidden.value())).extracting(AuditEvent::result).containsExactly("refused");
    }

    @Test
    void who_is_barred_from_one_task_of_a_case_reads_nothing_of_it_from_then_on() {
        Account agent = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK));
        Account subject = accounts.student();
        CaseId caseId = offered(subject, Set.of("helpdesk"), Barred.nobody());
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            assertThat(cases.mayRead(caseId)).isTrue();
            register.stands(new OfferedTask(
                    new TaskId("second-task-of-" + caseId),
                    caseId,
                    new ProcessKey("dispute"),
                    "userTask_checkDispute",
                    new FormKey("dispute-check"),
                    Optional.of(subject.id().value()),
                    Barred.nobody().and(agent.id().value()),
                    Set.of("helpdesk"),
                    Optional.empty(),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    50));
            assertThat(cases.mayRead(caseId)).isFalse();
        } finally {
            register.hasGone(new TaskId("second-task-of-" + caseId), true);
        }
    }
}
