package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportReport;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.dispute.Disputes.Link;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the work and the sessions of those who leave. */
@SekishoTest
class LeavingStaffTest {

    private static final String HEADER =
            "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,password_changed_at\n";

    @Autowired
    private DirectoryImport directory;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Processes processes;

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Disputes disputes;

    @Autowired
    private TestApps apps;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private JdbcClient jdbc;

    private final CaseId own = CaseId.next();
    private Account agent;
    private Account lead;
    private CaseId caseId;

    @BeforeEach
    void an_agent_holds_a_task_and_has_one_of_their_own() {
        Account person = accounts.create(account -> account.address("leaving@example.ac.jp"));
        agent = accounts.create(account ->
                account.name("Leaving Agent").affiliation(Affiliation.STAFF).roles(Role.HELPDESK, Role.APPROVER));
        lead = accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(Role.LEAD));
        apps.enroll(person.id());
        Link link = disputes.disputed(MailedLinks.of(outgoing, person.id(), "A method was added to your account")
                .get(0));
        caseId = ((Link.Used) link).dispute().caseId();
        processes.start(
                new ProcessKey("contact-setup"),
                own,
                Variables.of(Variable.id("accountId"), agent.id().value()));
        jdbc.sql("insert into session_generation (account, generation) values (:account, 0)")
                .param("account", agent.id().value())
                .update();
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            assertThat(dispatch.claim(inbox.ofCase(caseId).get(0).id())).isEqualTo(Dispatch.Outcome.DONE);
        }
    }

    @Test
    void the_task_of_one_whose_account_ends_is_offered_again() throws Exception {
        assertThat(imported("helpdesk;approver", "ordinary", "ended").ended()).isEqualTo(1);

        assertThat(seenByTheLead().assignee()).isEmpty();
        assertThat(sessionsEnded()).isEqualTo(1);
        assertThat(trail.ofCase(caseId.value()))
                .filteredOn(event -> event.action().equals("helpdesk.task-shared-out"))
                .extracting(AuditEvent::result)
                .containsExactly("taken", "released");
    }

    @Test
    void the_task_of_one_who_loses_the_role_is_offered_again_and_their_own_stays_theirs() throws Exception {
        assertThat(imported("approver", "ordinary", "active").changed()).isEqualTo(1);

        assertThat(seenByTheLead().assignee()).isEmpty();
        assertThat(sessionsEnded()).isEqualTo(1);
        assertThat(play.as(Actor.person(agent.id().value(), Set.of()), () -> inbox.ofCase(own)))
                .extracting(CaseTask::element)
                .containsExactly("userTask_enterAddress");
    }

    @Test
    void who_is_suspended_keeps_neither_work_nor_sessions() throws Exception {
        imported("helpdesk;approver", "ordinary", "suspended");

        assertThat(seenByTheLead().assignee()).isEmpty();
        assertThat(sessionsEnded()).isEqualTo(1);
    }

    @Test
    void who_loses_another_role_keeps_the_task_and_signs_in_anew() throws Exception {
        imported("helpdesk", "ordinary", "active");

        assertThat(seenByTheLead().assignee()).contains(agent.id().value());
        assertThat(sessionsEnded()).isEqualTo(1);
    }

    @Test
    void who_may_do_more_than_before_is_left_in_peace() throws Exception {
        assertThat(agent.rank()).isEqualTo(Rank.ORDINARY);
        assertThat(imported("helpdesk;approver;lead", "privileged", "active").changed())
                .isEqualTo(1);

        assertThat(seenByTheLead().assignee()).contains(agent.id().value());
        assertThat(sessionsEnded()).isZero();
    }

    private ImportReport imported(String roles, String rank, String state) throws Exception {
        String row = String.join(
                ",",
                List.of(
                        agent.commonId().value(),
                        agent.name(),
                        agent.unit(),
                        "staff",
                        rank,
                        "false",
                        "",
                        roles,
                        state,
                        "en",
                        "",
                        ""));
        ImportReport report = directory.run(new ByteArrayResource((HEADER + row).getBytes(StandardCharsets.UTF_8)));
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private CaseTask seenByTheLead() {
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            return inbox.ofCase(caseId).get(0);
        }
    }

    private long sessionsEnded() {
        return jdbc.sql("select generation from session_generation where account = :account")
                .param("account", agent.id().value())
                .query(Long.class)
                .single();
    }
}
