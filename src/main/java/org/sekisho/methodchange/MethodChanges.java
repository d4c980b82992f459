package org.sekisho.methodchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.ProofNeeded;
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
import org.sekisho.verification.Verifications;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about their own methods, in business facts: one change at a time, each behind a fresh proof. Every call acts
 * for the person signed in and for no other account.
 */
@Component
public class MethodChanges {

    /** The person's methods. */
    public static final String ROUTE = "methods";

    /** The longest name that a method can be given, in characters. */
    public static final int LONGEST_NAME = 80;

    static final ProcessKey PROCESS = new ProcessKey("method-change");
    static final MessageName CHANGE_WITHDRAWN = new MessageName("method-change.changeWithdrawn");
    static final MessageName CHANGES_FROZEN = new MessageName("method-change.changesFrozen");
    static final MessageName ACCOUNT_ENDED = new MessageName("method-change.accountEnded");

    private static final FormKey NAME = new FormKey("method-name");
    private static final FormKey PREFER = new FormKey("method-prefer");
    private static final FormKey REMOVE = new FormKey("method-remove");

    private final JdbcMethodChanges changes;
    private final Processes processes;
    private final TaskInbox inbox;
    private final Factors factors;
    private final FactorCatalog catalog;
    private final MethodOffer offer;
    private final Freezes freezes;
    private final Reserve reserve;
    private final Verifications verifications;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final MethodChangeProperties policy;
    private final Clock clock;

    MethodChanges(
            JdbcMethodChanges changes,
            Processes processes,
            TaskInbox inbox,
            Factors factors,
            FactorCatalog catalog,
            MethodOffer offer,
            Freezes freezes,
            Reserve reserve,
            Verifications verifications,
            CurrentUser user,
            AuditTrail audit,
            MethodChangeProperties policy,
            Clock clock) {
        this.changes = changes;
        this.processes = processes;
        this.inbox = inbox;
        this.factors = factors;
        this.catalog = catalog;
        this.offer = offer;
        this.freezes = freezes;
        this.reserve = reserve;
        this.verifications = verifications;
        this.user = user;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /** What became of a request. */
    public enum Answer {
        STARTED,
        /** A change is open already; a second one was not started. */
        OPEN_ALREADY,
        /** It is the last method by which the person can sign in. */
        LAST_METHOD,
        /** Nothing of the kind can be done now: the method is gone, or there is nothing to add. */
        NOT_POSSIBLE
    }

    /** The methods of the person: the default first, those that are suspended last. */
    @Transactional(readOnly = true)
    public List<Factor> methods() {
        return factors.bound(user.get().account());
    }

    /** What the person may do about one of their methods now; removing the last one is refused only when it is asked for. */
    @Transactional(readOnly = true)
    public List<Change> possible(Factor method) {
        return List.of(Change.RENAME, Change.PREFER, Change.REPLACE, Change.REMOVE).stream()
                .filter(change -> isPossible(change, Optional.of(method)))
                .toList();
    }

    /** Whether the person proved last what they keep in reserve, so that the other methods may be lost. */
    @Transactional(readOnly = true)
    public boolean hasNeededReserve() {
        return reserve.wasNeeded(user.get().account());
    }

    /** Whether there is anything that the person could add. */
    @Transactional(readOnly = true)
    public boolean canAdd() {
        return isPossible(Change.ADD, Optional.empty());
    }

    /** The person's open change. */
    @Transactional(readOnly = true)
    public Optional<MethodChange> open() {
        return changes.open(user.get().account());
    }

    /** The task of the person's open change. */
    @Transactional(readOnly = true)
    public Optional<TaskId> currentTask() {
        return open().flatMap(change -> inbox.ofCase(change.caseId()).stream().findFirst())
                .map(CaseTask::id);
    }

    /**
     * The person wants to change something. Where it is started, {@link #currentTask} leads on.
     *
     * @param method one of their methods; empty to add one
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public Answer requested(Change change, Optional<FactorId> method) {
        AccountId account = user.get().account();
        freezes.demandNone(account);
        if (changes.open(account).isPresent()) {
            return Answer.OPEN_ALREADY;
        }
        Optional<Factor> target = method.flatMap(id -> bound(account, id));
        if (target.isEmpty() == (change != Change.ADD) || !isPossible(change, target)) {
            return Answer.NOT_POSSIBLE;
        }
        if (change == Change.REMOVE && isLast(target.orElseThrow())) {
            audit.record(
                    "method-change.removal-refused",
                    Optional.of(account.value()),
                    Optional.empty(),
                    "last-method",
                    Map.of("factor", method.orElseThrow().toString()));
            return Answer.LAST_METHOD;
        }
        CaseId caseId = CaseId.next();
        Instant now = clock.instant();
        MethodChange requested =
                new MethodChange(caseId, account, change, method, false, now, now.plus(policy.expiry()));
        try {
            changes.add(requested);
        } catch (DuplicateKeyException otherClick) {
            return Answer.OPEN_ALREADY;
        }
        audit.record(
                "method-change.change-requested",
                Optional.of(account.value()),
                Optional.of(caseId.value()),
                change.name().toLowerCase(Locale.ROOT),
                Map.of());
        processes.start(PROCESS, caseId, startVariables(requested));
        return Answer.STARTED;
    }

    /** The person gives up the open change; does nothing where there is none. What has been proved already stays. */
    @Transactional
    public void withdrawn() {
        open().ifPresent(change -> processes.correlate(change.caseId(), CHANGE_WITHDRAWN, Variables.none()));
    }

    /** Whether it is a change of the person's, open or ended. */
    @Transactional(readOnly = true)
    public boolean isOwn(CaseId caseId) {
        Optional<AccountId> account = user.find().filter(Person::signedIn).map(Person::account);
        return account.isPresent()
                && changes.find(caseId).map(MethodChange::account).equals(account);
    }

    /** Whether the person must prove a method before they go on with the task. */
    @Transactional(readOnly = true)
    public boolean needsProof() {
        Person person = user.get();
        return verifications.needsProof(person.account(), person.session());
    }

    /** Starts the proof of a method; the screen comes back to the task afterwards. */
    @Transactional
    public TaskId prove(TaskId task) {
        Person person = user.get();
        return verifications.stepUp(person.account(), person.session(), "tasks/" + task);
    }

    /** The method that the task is about; empty where it has ended meanwhile, or is suspended and the task is of no use then. */
    @Transactional(readOnly = true)
    public Optional<Factor> method(CaseTask task) {
        return inbox.variables(task.id())
                .find(MethodChangeVariables.FACTOR_ID)
                .map(FactorId::new)
                .flatMap(id -> bound(user.get().account(), id))
                .filter(method -> isActive(method) || task.form().equals(REMOVE));
    }

    /** Whether the person has one method only to sign in with. */
    @Transactional(readOnly = true)
    public boolean hasOnlyOne() {
        return signingIn(user.get().account()).size() == 1;
    }

    /** Whether the person has one method only to sign in with when the method of the task is gone. */
    @Transactional(readOnly = true)
    public boolean leavesOnlyOne(CaseTask task) {
        return signingIn(user.get().account()).size() == 2
                && method(task)
                        .filter(MethodChanges::isActive)
                        .filter(this::signsIn)
                        .isPresent();
    }

    /**
     * The person gives a method a name.
     *
     * @param name 1 to {@value #LONGEST_NAME} characters
     * @return the key of the text that says what is wrong with the name; empty where the method has it now
     * @throws TaskUnavailable where the task is gone or not theirs
     * @throws ProofNeeded where no method was proved a short while ago
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public Optional<String> named(TaskId id, String name) {
        Factor method = method(guarded(id, NAME)).orElseThrow(() -> new TaskUnavailable(id));
        String called = name.strip();
        Optional<String> problem = catalog.type(method.kind()).nameProblem(called, others(method));
        if (problem.isEmpty()) {
            factors.rename(method.id(), called);
            inbox.complete(id, Variables.none());
        }
        return problem;
    }

    /**
     * The person leaves the name as it is.
     *
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional
    public void notNamed(TaskId id) {
        own(id, NAME);
        inbox.complete(id, Variables.none());
    }

    /**
     * The person makes the method of the task the default.
     *
     * @throws TaskUnavailable where the task or the method is gone
     * @throws ProofNeeded where no method was proved a short while ago
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public void preferred(TaskId id) {
        confirmed(id, PREFER);
    }

    /**
     * The person removes the method of the task.
     *
     * @return whether it was removed: the last one is not
     * @throws TaskUnavailable where the task or the method is gone
     * @throws ProofNeeded where no method was proved a short while ago
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public boolean removed(TaskId id) {
        if (method(own(id, REMOVE)).filter(this::isLast).isPresent()) {
            return false;
        }
        confirmed(id, REMOVE);
        return true;
    }

    private void confirmed(TaskId id, FormKey form) {
        if (method(guarded(id, form)).isEmpty()) {
            throw new TaskUnavailable(id);
        }
        inbox.complete(id, Variables.none());
    }

    /** The task, for a person who has proved that they may. */
    private CaseTask guarded(TaskId id, FormKey form) {
        CaseTask task = own(id, form);
        freezes.demandNone(user.get().account());
        if (needsProof()) {
            throw new ProofNeeded();
        }
        return task;
    }

    private CaseTask own(TaskId id, FormKey form) {
        return inbox.find(id)
                .filter(task -> task.form().equals(form)
                        && user.get().account().value().equals(task.assignee().orElse(null)))
                .orElseThrow(() -> new TaskUnavailable(id));
    }

    private boolean isPossible(Change change, Optional<Factor> target) {
        AccountId account = user.get().account();
        return switch (change) {
            case ADD ->
                !signingIn(account).isEmpty()
                        && !offer.kinds(account, Optional.empty()).isEmpty();
            case REMOVE -> true;
            case RENAME -> target.filter(MethodChanges::isActive).isPresent();
            case PREFER ->
                target.filter(MethodChanges::isActive)
                        .filter(method -> !method.preferred() && mayBeDefault(method))
                        .isPresent();
            case REPLACE -> !offer.kinds(account, target.map(Factor::id)).isEmpty();
        };
    }

    /**
     * Whether the account would be left without a method to sign in with, or without one that may be the default. A method that
     * is neither can always go.
     */
    private boolean isLast(Factor method) {
        List<Factor> others = others(method);
        boolean lastToSignIn = signsIn(method) && others.stream().noneMatch(this::signsIn);
        boolean lastDefault = mayBeDefault(method) && others.stream().noneMatch(this::mayBeDefault);
        return lastToSignIn || lastDefault;
    }

    private List<Factor> others(Factor method) {
        return factors.active(method.account()).stream()
                .filter(other -> !other.id().equals(method.id()))
                .toList();
    }

    private List<Factor> signingIn(AccountId account) {
        return factors.active(account).stream().filter(this::signsIn).toList();
    }

    private boolean signsIn(Factor method) {
        return catalog.traits(method).signIn();
    }

    private static boolean isActive(Factor method) {
        return method.state() == Factor.State.ACTIVE;
    }

    private boolean mayBeDefault(Factor method) {
        return catalog.traits(method).first();
    }

    private Optional<Factor> bound(AccountId account, FactorId id) {
        return factors.bound(account).stream()
                .filter(factor -> factor.id().equals(id))
                .findFirst();
    }

    private static Variables startVariables(MethodChange requested) {
        Variables known = Variables.of(
                        MethodChangeVariables.ACCOUNT_ID, requested.account().value())
                .and(MethodChangeVariables.CHANGE, requested.change())
                .and(MethodChangeVariables.EXPIRES_AT, requested.expiresAt());
        return requested
                .method()
                .map(method -> known.and(
                        requested.change() == Change.REPLACE
                                ? MethodChangeVariables.REPLACED_ID
                                : MethodChangeVariables.FACTOR_ID,
                        method.value()))
                .orElse(known);
    }
}
