package org.sekisho.approval;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide on applications. Who may decide is the task's matter: never the applicant. */
@Component
public class Approvals {

    /** The longest reason that can be given, in characters. */
    public static final int LONGEST_REASON = 1000;

    private final TaskInbox inbox;
    private final JdbcDecisions decisions;
    private final Approvers approvers;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Clock clock;

    Approvals(
            TaskInbox inbox,
            JdbcDecisions decisions,
            Approvers approvers,
            AuditTrail audit,
            CurrentUser user,
            Clock clock) {
        this.inbox = inbox;
        this.decisions = decisions;
        this.approvers = approvers;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The person approves the application.
     *
     * @throws TaskUnavailable where it is decided already or not theirs to decide
     */
    @Transactional
    public void approved(TaskId task) {
        decide(task, true, "");
    }

    /**
     * The person refuses the application.
     *
     * @param reason what the applicant will read, 1 to {@value #LONGEST_REASON} characters
     * @throws TaskUnavailable where it is decided already or not theirs to decide
     * @throws IllegalArgumentException where the reason is blank or too long
     */
    @Transactional
    public void refused(TaskId task, String reason) {
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a refusal needs a reason of 1 to " + LONGEST_REASON + " characters");
        }
        decide(task, false, given);
    }

    /** What a person decided in a case; empty where the policy decided or nobody has yet. */
    public Optional<Decision> decisionOn(CaseId caseId) {
        return decisions.find(caseId);
    }

    /** The group that answers for the applicant: approvers of the unit other than the applicant, else the leads. */
    public String groupFor(Account applicant) {
        return approvers.groupFor(applicant);
    }

    private void decide(TaskId id, boolean approved, String reason) {
        Person person = user.get();
        CaseTask task = inbox.find(id).orElseThrow(() -> new TaskUnavailable(id));
        ApprovalDecision decision = approved ? ApprovalDecision.APPROVE : ApprovalDecision.REFUSE;
        inbox.complete(
                id,
                Variables.of(ApprovalVariables.DECISION, decision)
                        .and(ApprovalVariables.REASON, approved ? "unit-approved" : "unit-refused"));
        decisions.add(task.caseId(), new Decision(person.account(), approved, reason, clock.instant()));
        audit.record(
                "approval.application-decided",
                task.subject(),
                Optional.of(task.caseId().value()),
                approved ? "approved" : "refused",
                Map.of());
    }
}
