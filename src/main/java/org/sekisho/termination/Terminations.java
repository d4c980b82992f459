package org.sekisho.termination;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verifications;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a person comes to do without MFA, in business facts: they ask with a reason, somebody of the helpdesk decides with a
 * reason, a second person too where something demands MFA of them, and a wait follows. Nobody switches it off alone, and nobody decides their own request.
 */
@Component
public class Terminations {

    /** The own route on which a person asks and follows their request. */
    public static final String ROUTE = "termination";

    /** The longest reason that can be given, in characters. */
    public static final int LONGEST_REASON = 1000;

    static final ProcessKey PROCESS = new ProcessKey("termination");
    static final MessageName REQUEST_WITHDRAWN = new MessageName("termination.requestWithdrawn");
    static final MessageName CHANGES_FROZEN = new MessageName("termination.changesFrozen");
    static final MessageName ACCOUNT_ENDED = new MessageName("termination.accountEnded");

    private static final FormKey DECIDE = new FormKey("termination-decide");

    private final JdbcTerminations terminations;
    private final Processes processes;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final BusinessCalendar calendar;
    private final Enforcement enforcement;
    private final Freezes freezes;
    private final Verifications verifications;
    private final CurrentUser user;
    private final ObjectProvider<MfaDemand> demands;
    private final AuditTrail audit;
    private final TerminationProperties policy;
    private final Clock clock;

    Terminations(
            JdbcTerminations terminations,
            Processes processes,
            TaskInbox inbox,
            Accounts accounts,
            BusinessCalendar calendar,
            Enforcement enforcement,
            Freezes freezes,
            Verifications verifications,
            CurrentUser user,
            ObjectProvider<MfaDemand> demands,
            AuditTrail audit,
            TerminationProperties policy,
            Clock clock) {
        this.terminations = terminations;
        this.processes = processes;
        this.inbox = inbox;
        this.accounts = accounts;
        this.calendar = calendar;
        this.enforcement = enforcement;
        this.freezes = freezes;
        this.verifications = verifications;
        this.user = user;
        this.demands = demands;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /** What became of a request. */
    public enum Answer {
        STARTED,
        /** A case is open already; a second one was not started. */
        OPEN_ALREADY,
        /** MFA is not on: there is nothing to end. */
        MFA_OFF
    }

    /** Whether there is anything to end for the person. */
    @Transactional(readOnly = true)
    public boolean isMfaOn() {
        return enforcement.isOn(user.get().account());
    }

    /** The person's open case. */
    @Transactional(readOnly = true)
    public Optional<Termination> open() {
        return terminations.open(user.get().account());
    }

    /** All requests of the person, newest first. */
    @Transactional(readOnly = true)
    public List<Termination> history() {
        return terminations.of(user.get().account());
    }

    /** Whether methods and contacts of the person stand still, so that nothing can be asked for. */
    @Transactional(readOnly = true)
    public boolean standsStill() {
        return freezes.of(user.get().account()).isPresent();
    }

    /** Whether the person must prove a method before they can ask. */
    @Transactional(readOnly = true)
    public boolean needsProof() {
        Person person = user.get();
        return verifications.needsProof(person.account(), person.session());
    }

    /** Starts the proof of a method; the screen comes back to {@link #ROUTE} afterwards. */
    @Transactional
    public TaskId prove() {
        Person person = user.get();
        return verifications.stepUp(person.account(), person.session(), ROUTE);
    }

    /**
     * The person asks to do without MFA. The case is open and visible when this returns.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws IllegalArgumentException where the reason is blank or too long
     * @throws ProofNeeded where no method was proved a short while ago
     * @throws org.sekisho.factor.ChangesRefused where the account is frozen
     */
    @Transactional
    public Answer requested(String reason) {
        String given = checked(reason);
        Person person = user.get();
        if (!enforcement.isOn(person.account())) {
            return Answer.MFA_OFF;
        }
        freezes.demandNone(person.account());
        if (terminations.open(person.account()).isPresent()) {
            return Answer.OPEN_ALREADY;
        }
        if (needsProof()) {
            throw new ProofNeeded();
        }
        Account account = accounts.get(person.account());
        Instant now = clock.instant();
        Termination request = new Termination(
                CaseId.next(),
                account.id(),
                TerminationState.REQUESTED,
                given,
                now,
                calendar.plus(now, policy.dueAfter()),
                now.plus(policy.expiry()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            terminations.add(request);
        } catch (DuplicateKeyException otherClick) {
            return Answer.OPEN_ALREADY;
        }
        audit.record(
                "termination.termination-requested",
                Optional.of(account.id().value()),
                Optional.of(request.caseId().value()),
                "accepted",
                Map.of());
        processes.start(PROCESS, request.caseId(), startVariables(account, request));
        return Answer.STARTED;
    }

    /**
     * The person keeps MFA after all.
     *
     * @return whether there was anything to withdraw
     */
    @Transactional
    public boolean withdrawn() {
        return open().filter(open -> processes.correlate(open.caseId(), REQUEST_WITHDRAWN, Variables.none()))
                .isPresent();
    }

    /**
     * The request that the task asks to decide.
     *
     * @throws TaskUnavailable where it is none
     */
    @Transactional(readOnly = true)
    public Termination request(CaseTask task) {
        return terminations.find(task.caseId()).orElseThrow(() -> new TaskUnavailable(task.id()));
    }

    /**
     * Somebody of the helpdesk decides.
     *
     * @param approve whether MFA goes off when the wait is over
     * @param reason 1 to {@value #LONGEST_REASON} characters; the person reads why it was refused
     * @throws TaskUnavailable where it is decided already or not theirs to decide
     * @throws IllegalArgumentException where the reason is blank or too long
     */
    @Transactional
    public void decided(TaskId id, boolean approve, String reason) {
        String given = checked(reason);
        CaseTask task =
                inbox.find(id).filter(found -> found.form().equals(DECIDE)).orElseThrow(() -> new TaskUnavailable(id));
        Variables outcome = Variables.of(TerminationVariables.APPROVED, approve);
        if (request(task).state() == TerminationState.CONFIRMING) {
            terminations.confirm(task.caseId(), user.get().account(), given, clock.instant());
        } else {
            outcome = first(task, approve, given, outcome);
        }
        audit.record(
                "termination.termination-decided",
                task.subject(),
                Optional.of(task.caseId().value()),
                approve ? "approved" : "refused",
                Map.of());
        inbox.complete(id, outcome);
    }

    /** The first decision; where it is an approval of what something demands, a second person is asked, who is another one. */
    private Variables first(CaseTask task, boolean approve, String reason, Variables outcome) {
        AccountId decider = user.get().account();
        Account account = accounts.get(request(task).account());
        boolean second = approve && demands.stream().anyMatch(demand -> demand.isMadeOf(account));
        Instant now = clock.instant();
        Instant dueAt = calendar.plus(now, policy.dueAfter());
        terminations.decide(task.caseId(), decider, reason, now);
        if (second) {
            terminations.askSecond(task.caseId(), dueAt);
        }
        return outcome.and(TerminationVariables.SECOND_PERSON, second)
                .and(TerminationVariables.CONFIRMATION_DUE_AT, dueAt)
                .and(Barred.VARIABLE, Barred.nobody().and(decider.value()));
    }

    private static String checked(String reason) {
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
        }
        return given;
    }

    private static Variables startVariables(Account account, Termination request) {
        return Variables.of(TerminationVariables.ACCOUNT_ID, account.id().value())
                .and(TerminationVariables.DECIDERS, Role.helpdeskGroupsFor(account))
                .and(TerminationVariables.CONFIRMERS, Role.LEAD.groupFor(account))
                .and(TerminationVariables.DECISION_DUE_AT, request.decisionDueAt())
                .and(TerminationVariables.EXPIRES_AT, request.expiresAt());
    }
}
