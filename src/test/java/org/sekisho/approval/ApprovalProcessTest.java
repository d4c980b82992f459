package org.sekisho.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.sekisho.process.CaseTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class ApprovalProcessTest {

    private static final ProcessKey APPROVAL = new ProcessKey("approval");

    @Autowired
    ProcessPlay play;

    @Autowired
    Processes processes;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalStatements statements;

    @Autowired
    TestAccounts accounts;

    private final CaseId caseId = CaseId.next();
    private AccountId guest;
    private AccountId approver;

    @BeforeEach
    void a_guest_and_an_approver_of_one_unit() {
        String unit = "unit-" + caseId.toString().substring(0, 8);
        guest = accounts.create(
                        account -> account.affiliation(Affiliation.GUEST).unit(unit))
                .id();
        approver = accounts.create(account ->
                        account.affiliation(Affiliation.STAFF).unit(unit).roles(Role.APPROVER))
                .id();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(APPROVAL);
    }

    @Test
    void a_student_in_good_standing_is_approved_by_policy() {
        start("student", "active");
        play.hasEnded(caseId).hasPassed(caseId, "ruleTask_decideByPolicy", "event_approvedByPolicy");
    }

    @Test
    void an_account_out_of_good_standing_is_refused_by_policy() {
        start("student", "suspended");
        play.hasEnded(caseId).hasPassed(caseId, "event_refusedByPolicy");
    }

    @Test
    void the_unit_approves_a_guest() {
        start("guest", "active");
        play.waitsAt(caseId, "userTask_decideApplication");
        try (var person = SignedInAs.withRoles(approver, Role.APPROVER)) {
            approvals.approved(task().id());
        }
        play.hasEnded(caseId).hasPassed(caseId, "userTask_decideApplication", "event_applicationApproved");
    }

    @Test
    void a_refusal_keeps_its_reason_out_of_the_engine() {
        start("guest", "active");
        try (var person = SignedInAs.withRoles(approver, Role.APPROVER)) {
            CaseTask task = task();
            assertThatThrownBy(() -> approvals.refused(task.id(), "  ")).isInstanceOf(IllegalArgumentException.class);
            approvals.refused(task.id(), "Not a member of this unit.");
        }
        play.hasEnded(caseId).hasPassed(caseId, "event_applicationRefused");
        assertThat(approvals.decisionOn(caseId)).hasValueSatisfying(decision -> {
            assertThat(decision.approved()).isFalse();
            assertThat(decision.reason()).isEqualTo("Not a member of this unit.");
        });
        assertThat(statements.of(caseId)).singleElement().satisfies(said -> {
            assertThat(said.sort()).isEqualTo(CaseStatements.Sort.REASON);
            assertThat(said.result()).contains("refused");
            assertThat(said.by()).contains(approver.value());
            assertThat(said.words()).contains("Not a member of this unit.");
        });
    }

    @Test
    void approvers_are_reminded_and_an_overdue_application_goes_to_the_leads_as_well() {
        start("guest", "active");
        play.fireTimer(caseId, "event_reminderDue")
                .hasPassed(caseId, "serviceTask_remindApprover", "event_approverReminded")
                .waitsAt(caseId, "userTask_decideApplication");
        play.fireTimer(caseId, "event_approvalOverdue").waitsAt(caseId, "userTask_decideOverdueApplication");
        AccountId lead = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.LEAD))
                .id();
        try (var person = SignedInAs.withRoles(lead, Role.LEAD)) {
            approvals.approved(task().id());
        }
        play.hasEnded(caseId).hasPassed(caseId, "userTask_decideOverdueApplication", "event_applicationApproved");
    }

    @Test
    void nobody_decides_on_their_own_application() {
        AccountId both = accounts.create(account -> account.affiliation(Affiliation.STAFF)
                        .unit("self-" + caseId.toString().substring(0, 8))
                        .roles(Role.APPROVER, Role.LEAD))
                .id();
        guest = both;
        start("staff", "active");
        try (var person = SignedInAs.withRoles(both, Role.APPROVER, Role.LEAD)) {
            assertThat(inbox.ofCase(caseId)).isEmpty();
            assertThat(inbox.offered()).noneMatch(task -> task.caseId().equals(caseId));
        }
        AccountId lead = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.LEAD))
                .id();
        try (var person = SignedInAs.withRoles(lead, Role.LEAD)) {
            assertThat(task().groups()).isEqualTo(Set.of("lead"));
            approvals.approved(task().id());
        }
        play.hasEnded(caseId);
    }

    @Test
    void an_approver_of_another_unit_does_not_see_it() {
        start("guest", "active");
        AccountId stranger = accounts.create(account ->
                        account.affiliation(Affiliation.STAFF).unit("elsewhere").roles(Role.APPROVER))
                .id();
        try (var person = SignedInAs.withRoles(stranger, Role.APPROVER)) {
            assertThat(inbox.ofCase(caseId)).isEmpty();
        }
    }

    private CaseTask task() {
        return inbox.ofCase(caseId).get(0);
    }

    private void start(String affiliation, String accountState) {
        processes.start(
                APPROVAL,
                caseId,
                Variables.of(ApprovalVariables.ACCOUNT_ID, guest.value())
                        .and(Variable.text("affiliation"), affiliation)
                        .and(Variable.text("accountState"), accountState)
                        .and(Variable.text("rank"), "ordinary")
                        .and(Variable.flag("sharedAccount"), false)
                        .and(Variable.number("earlierRefusals"), 0));
    }
}
