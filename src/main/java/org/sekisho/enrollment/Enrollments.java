package org.sekisho.enrollment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.enrollment.EnrollmentProperties.RecoveryCodes;
import org.sekisho.enrollment.EnrollmentProperties.SecondMethod;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseHistory;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about MFA for their own account, in business facts. Every call acts for the person signed in and for no
 * other account.
 */
@Component
public class Enrollments {

    static final ProcessKey PROCESS = new ProcessKey("enrollment");
    static final MessageName PERSON_SIGNED_IN = new MessageName("enrollment.personSignedIn");
    static final MessageName TRIAL_PASSED = new MessageName("enrollment.trialPassed");
    static final MessageName TRIAL_FAILED = new MessageName("enrollment.trialFailed");
    static final MessageName APPLICATION_WITHDRAWN = new MessageName("enrollment.applicationWithdrawn");
    static final MessageName ACCOUNT_ENDED = new MessageName("enrollment.accountEnded");
    static final MessageName MFA_TERMINATED = new MessageName("enrollment.mfaTerminated");

    private static final FormKey MORE_INFORMATION = new FormKey("more-information");
    private static final FormKey METHOD_CHOOSE = new FormKey("method-choose");
    private static final FormKey TRIAL_START = new FormKey("trial-start");
    private static final FormKey TRIAL_HELP = new FormKey("trial-help");
    private static final FormKey SETUP_COMPLETE = new FormKey("setup-complete");

    private final JdbcEnrollments enrollments;
    private final Processes processes;
    private final CaseHistory history;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final Factors factors;
    private final FactorCatalog catalog;
    private final Enforcement enforcement;
    private final Verifications verifications;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final EnrollmentProperties policy;
    private final Clock clock;

    Enrollments(
            JdbcEnrollments enrollments,
            Processes processes,
            CaseHistory history,
            TaskInbox inbox,
            Accounts accounts,
            Factors factors,
            FactorCatalog catalog,
            Enforcement enforcement,
            Verifications verifications,
            AuditTrail audit,
            CurrentUser user,
            EnrollmentProperties policy,
            Clock clock) {
        this.enrollments = enrollments;
        this.processes = processes;
        this.history = history;
        this.inbox = inbox;
        this.accounts = accounts;
        this.factors = factors;
        this.catalog = catalog;
        this.enforcement = enforcement;
        this.verifications = verifications;
        this.audit = audit;
        this.user = user;
        this.policy = policy;
        this.clock = clock;
    }

    /** What became of an application or a withdrawal. */
    public enum Answer {
        DONE,
        /** A case is open already; a second one was not started. */
        OPEN_ALREADY,
        /** MFA is on; switching it off is another matter. */
        ON_ALREADY,
        /** There is no open case. */
        NOTHING_OPEN,
        /** The account has a proven method: prove it first. */
        PROOF_NEEDED
    }

    /** Where MFA stands for the person. */
    @Transactional(readOnly = true)
    public MfaStatus status() {
        return status(user.get().account());
    }

    /** The person's open case. */
    @Transactional(readOnly = true)
    public Optional<Enrollment> open() {
        return enrollments.open(user.get().account());
    }

    /** All applications of the person, newest first. */
    @Transactional(readOnly = true)
    public List<Enrollment> history() {
        return enrollments.of(user.get().account());
    }

    /**
     * The person applies for MFA. The case is open and visible when this returns.
     *
     * @param returnTo an own route to lead back to when MFA is on, at most 200 characters
     */
    @Transactional
    public Answer applied(Optional<String> returnTo) {
        Person person = user.get();
        if (enrollments.open(person.account()).isPresent()) {
            return Answer.OPEN_ALREADY;
        }
        if (enforcement.isOn(person.account())) {
            return Answer.ON_ALREADY;
        }
        if (verifications.needsProof(person.account(), person.session())) {
            return Answer.PROOF_NEEDED;
        }
        Account account = accounts.get(person.account());
        CaseId caseId = CaseId.next();
        Instant now = clock.instant();
        try {
            enrollments.add(caseId, account.id(), now, now.plus(policy.notNowFor()), returnTo);
        } catch (DuplicateKeyException otherClick) {
            return Answer.OPEN_ALREADY;
        }
        audit.record(
                "enrollment.application-submitted",
                Optional.of(account.id().value()),
                Optional.of(caseId.value()),
                "accepted",
                Map.of());
        processes.start(PROCESS, caseId, startVariables(account, now));
        return Answer.DONE;
    }

    /** The person with an open case wants to be led back to an own route when MFA is on; at most 200 characters. */
    @Transactional
    public void comesFrom(String route) {
        enrollments
                .open(user.get().account())
                .ifPresent(enrollment -> enrollments.returnTo(enrollment.caseId(), route));
    }

    /** The person wants to go on with set-up now instead of at the next sign-in; does nothing where it does not wait. */
    @Transactional
    public void setUpNow() {
        enrollments.open(user.get().account()).ifPresent(enrollment -> signedIn(enrollment.caseId()));
    }

    /** The person withdraws their application. */
    @Transactional
    public Answer withdrawn() {
        Person person = user.get();
        Optional<Enrollment> open = enrollments.open(person.account());
        if (open.isEmpty()) {
            return Answer.NOTHING_OPEN;
        }
        if (verifications.needsProof(person.account(), person.session())) {
            return Answer.PROOF_NEEDED;
        }
        return processes.correlate(open.get().caseId(), APPLICATION_WITHDRAWN, Variables.none())
                ? Answer.DONE
                : Answer.NOTHING_OPEN;
    }

    /** How often, and until when, the person may still put set-up off. */
    public record NotNowBudget(int timesLeft, Instant until) {}

    /** What is left of the person's budget; empty where set-up cannot be put off any more. */
    @Transactional(readOnly = true)
    public Optional<NotNowBudget> notNowBudget() {
        return enrollments
                .open(user.get().account())
                .map(enrollment ->
                        new NotNowBudget(policy.notNowTimes() - enrollment.notNowCount(), enrollment.notNowUntil()))
                .filter(budget -> budget.timesLeft() > 0 && budget.until().isAfter(clock.instant()));
    }

    /**
     * The person goes on to set-up.
     *
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional
    public void next(TaskId task) {
        complete(task, MORE_INFORMATION, Variables.of(EnrollmentVariables.ANSWER, EnrollmentVariables.Answer.NEXT));
    }

    /**
     * The person puts set-up off until the next sign-in.
     *
     * @return whether the budget allowed it; where not, nothing changed
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional
    public boolean notNow(TaskId id) {
        CaseTask task = own(id, MORE_INFORMATION);
        if (!enrollments.countNotNow(task.caseId(), policy.notNowTimes(), clock.instant())) {
            return false;
        }
        inbox.complete(id, Variables.of(EnrollmentVariables.ANSWER, EnrollmentVariables.Answer.NOT_NOW));
        return true;
    }

    /**
     * The person is about to sign out and in again with the new method.
     *
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional
    public void trialStarted(TaskId id) {
        CaseTask task = complete(id, TRIAL_START, Variables.none());
        enrollments.moveTo(task.caseId(), EnrollmentState.ON_TRIAL);
    }

    /**
     * An agent has spoken with a person whose trial did not work.
     *
     * @throws TaskUnavailable where the task is gone or not the agent's to complete
     */
    @Transactional
    public void helped(TaskId id, TrialHelp help) {
        CaseTask task = inbox.find(id)
                .filter(found -> found.form().equals(TRIAL_HELP))
                .orElseThrow(() -> new TaskUnavailable(id));
        if (help == TrialHelp.RETRY) {
            enrollments.moveTo(task.caseId(), EnrollmentState.SETTING_UP);
        }
        inbox.complete(id, Variables.of(EnrollmentVariables.HELP, help));
        audit.record(
                "enrollment.trial-helped",
                task.subject(),
                Optional.of(task.caseId().value()),
                kebab(help),
                Map.of());
    }

    /**
     * The person has seen what was set up.
     *
     * @return the route that led them to MFA, where there was one
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional
    public Optional<String> resultSeen(TaskId id) {
        CaseTask task = complete(id, SETUP_COMPLETE, Variables.none());
        return enrollments.find(task.caseId()).flatMap(Enrollment::returnTo);
    }

    /** The task that the person must do before anything else: set-up waits for them and cannot be put off any more. */
    @Transactional(readOnly = true)
    public Optional<TaskId> dueNow() {
        return enrollments
                .open(user.get().account())
                .filter(enrollment -> enrollment.state() == EnrollmentState.SETTING_UP)
                .filter(enrollment -> notNowBudget().isEmpty())
                .flatMap(enrollment -> ownTask(enrollment.caseId()))
                .map(CaseTask::id);
    }

    /** The task of the person's newest case that waits for them. */
    @Transactional(readOnly = true)
    public Optional<CaseTask> currentTask() {
        return enrollments.of(user.get().account()).stream().findFirst().flatMap(newest -> ownTask(newest.caseId()));
    }

    /** The steps of a case of the person and how far each is; empty where the case is not theirs. */
    @Transactional(readOnly = true)
    public List<Milestone> milestones(CaseId caseId) {
        return enrollments
                .find(caseId)
                .filter(enrollment -> enrollment.account().equals(user.get().account()))
                .map(this::milestones)
                .orElse(List.of());
    }

    MfaStatus status(AccountId account) {
        // in this order: the case ends in the moment in which MFA comes into force, so that whoever asks for MFA first
        // may miss both
        Optional<Enrollment> open = enrollments.open(account);
        if (enforcement.isOn(account)) {
            return new MfaStatus.On();
        }
        return open.map(Enrollments::status).orElseGet(MfaStatus.Off::new);
    }

    /** Tells a case that its person has signed in; where it waited for that, set-up is offered. */
    void signedIn(CaseId caseId) {
        processes.correlate(caseId, PERSON_SIGNED_IN, Variables.none());
    }

    Optional<CaseTask> ownTask(CaseId caseId) {
        return inbox.ofCase(caseId).stream()
                .filter(task -> task.assignee().equals(task.subject()))
                .findFirst();
    }

    private static MfaStatus status(Enrollment open) {
        return open.state() == EnrollmentState.PROPAGATING
                ? new MfaStatus.ActiveAt(open.activationAt().orElseThrow())
                : new MfaStatus.BeingSetUp(open.state());
    }

    /** Whether the task is about a method of the person's, and they must prove one before they go on with it. */
    @Transactional(readOnly = true)
    public boolean needsProof(CaseTask task) {
        return isAboutMethod(task)
                && user.find()
                        .filter(Person::signedIn)
                        .filter(person -> isOwn(task.caseId(), person))
                        .filter(person -> verifications.needsProof(person.account(), person.session()))
                        .isPresent();
    }

    /** Starts the proof of a method; the screen comes back to the task afterwards. */
    @Transactional
    public TaskId prove(TaskId task) {
        Person person = user.get();
        return verifications.stepUp(person.account(), person.session(), "tasks/" + task);
    }

    private boolean isAboutMethod(CaseTask task) {
        return task.form().equals(METHOD_CHOOSE)
                || catalog.types().stream().anyMatch(type -> type.setupProcess().equals(task.process()));
    }

    private boolean isOwn(CaseId caseId, Person person) {
        return enrollments
                .find(caseId)
                .filter(enrollment -> enrollment.account().equals(person.account()))
                .isPresent();
    }

    private List<Milestone> milestones(Enrollment enrollment) {
        List<CaseHistory.PassedElement> passed = history.passed(enrollment.caseId());
        Set<String> waitsAt = passed.stream()
                .filter(element -> element.endedAt().isEmpty())
                .map(CaseHistory.PassedElement::element)
                .collect(Collectors.toSet());
        Milestone.Kind reached =
                switch (enrollment.state()) {
                    case APPLIED, REFUSED -> Milestone.Kind.APPROVAL;
                    case ON_TRIAL, NEEDS_HELP -> Milestone.Kind.TRIAL;
                    case PROPAGATING, ACTIVE, TERMINATED -> Milestone.Kind.ACTIVATION;
                    case SETTING_UP, WITHDRAWN, EXPIRED, CANCELLED, CLOSED -> reached(waitsAt);
                };
        Milestone.Progress progress =
                switch (enrollment.state()) {
                    case APPLIED, NEEDS_HELP, PROPAGATING -> Milestone.Progress.WAITING;
                    case SETTING_UP ->
                        waitsAt.contains("userTask_confirmPresence")
                                ? Milestone.Progress.WAITING
                                : Milestone.Progress.NOW;
                    case ON_TRIAL -> Milestone.Progress.NOW;
                    case ACTIVE, TERMINATED -> Milestone.Progress.DONE;
                    case REFUSED, WITHDRAWN, EXPIRED, CANCELLED, CLOSED -> Milestone.Progress.LATER;
                };
        List<Milestone> milestones = new ArrayList<>();
        for (Milestone.Kind kind : Milestone.Kind.values()) {
            if (kind == Milestone.Kind.SECOND_METHOD && !asksForAnother(enrollment, passed)) {
                continue;
            }
            Milestone.Progress of = kind.compareTo(reached) < 0
                    ? behind(kind, enrollment)
                    : kind == reached ? progress : Milestone.Progress.LATER;
            Optional<Instant> until = kind == Milestone.Kind.ACTIVATION ? enrollment.activationAt() : Optional.empty();
            milestones.add(new Milestone(kind, of, until));
        }
        return milestones;
    }

    /** How far the set-up of a case has come that waits there. */
    private static Milestone.Kind reached(Set<String> waitsAt) {
        if (waitsAt.contains("userTask_startTrial")) {
            return Milestone.Kind.TRIAL;
        }
        if (waitsAt.contains("callActivity_setUpContact")) {
            return Milestone.Kind.CONTACT;
        }
        if (waitsAt.contains("userTask_chooseAnotherMethod") || waitsAt.contains("callActivity_setUpAnotherMethod")) {
            return Milestone.Kind.SECOND_METHOD;
        }
        return Milestone.Kind.FIRST_METHOD;
    }

    private Milestone.Progress behind(Milestone.Kind kind, Enrollment enrollment) {
        return kind == Milestone.Kind.SECOND_METHOD
                        && factors.active(enrollment.account()).size() < 2
                ? Milestone.Progress.SKIPPED
                : Milestone.Progress.DONE;
    }

    /** Whether the person has been asked for another method, or will be unless there is none for them. */
    private boolean asksForAnother(Enrollment enrollment, List<CaseHistory.PassedElement> passed) {
        Set<String> seen =
                passed.stream().map(CaseHistory.PassedElement::element).collect(Collectors.toSet());
        if (seen.contains("serviceTask_considerAnotherMethod")
                || !enrollment.state().isOpen()) {
            return seen.contains("userTask_chooseAnotherMethod");
        }
        Variables known = processes.variables(enrollment.caseId());
        return known.find(EnrollmentVariables.SECOND_METHOD)
                        .filter(asked -> asked != SecondMethod.NONE)
                        .isPresent()
                || known.find(EnrollmentVariables.RECOVERY_CODES)
                        .filter(asked -> asked != RecoveryCodes.NONE)
                        .isPresent();
    }

    private Variables startVariables(Account account, Instant now) {
        long refusals = enrollments.of(account.id()).stream()
                .filter(earlier -> earlier.state() == EnrollmentState.REFUSED)
                .count();
        return Variables.of(EnrollmentVariables.ACCOUNT_ID, account.id().value())
                .and(EnrollmentVariables.AFFILIATION, kebab(account.affiliation()))
                .and(EnrollmentVariables.ACCOUNT_STATE, kebab(account.state()))
                .and(EnrollmentVariables.RANK, kebab(account.rank()))
                .and(EnrollmentVariables.SHARED_ACCOUNT, account.shared())
                .and(EnrollmentVariables.HELPER_GROUPS, Role.helpdeskGroupsFor(account))
                .and(EnrollmentVariables.EARLIER_REFUSALS, Math.toIntExact(refusals))
                .and(EnrollmentVariables.EXPIRES_AT, now.plus(policy.expiry()))
                .and(EnrollmentVariables.REMINDER_CYCLE, "R/" + policy.remindEvery())
                .and(EnrollmentVariables.SECOND_METHOD, policy.secondMethod())
                .and(EnrollmentVariables.RECOVERY_CODES, policy.recoveryCodes());
    }

    private static String kebab(Enum<?> trait) {
        return trait.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CaseTask complete(TaskId id, FormKey form, Variables outcome) {
        CaseTask task = own(id, form);
        inbox.complete(id, outcome);
        return task;
    }

    private CaseTask own(TaskId id, FormKey form) {
        return inbox.find(id)
                .filter(task -> task.form().equals(form)
                        && user.get().account().value().equals(task.assignee().orElse(null)))
                .orElseThrow(() -> new TaskUnavailable(id));
    }
}
