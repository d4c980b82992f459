package org.sekisho.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.sekisho.audit.AuditTrail;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SessionKey;
import org.sekisho.security.Source;
import org.sekisho.shared.Secret;
import org.sekisho.verification.VerificationVariables.Choice;
import org.sekisho.verification.VerificationVariables.Proof;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The process {@code verification}: a person proves a factor, at sign-in or before a change. A case belongs to the session
 * that opened it; to any other session of the same account its tasks do not exist.
 */
@Component
public class Verification implements Verifications {

    static final ProcessKey PROCESS = new ProcessKey("verification");
    static final MessageName CALL_ANSWERED = new MessageName("verification.callAnswered");

    private static final String WAITING_FOR_PROOF = "userTask_proveFactor";

    /** Routes of the product as they may be remembered: relative, without dots, queries or a scheme. */
    private static final Pattern OWN_ROUTE = Pattern.compile("(?:[a-z][a-z0-9-]*(?:/[A-Za-z0-9-]+)*)?");

    private static final int LONGEST_ROUTE = 200;

    private final Processes processes;
    private final TaskInbox inbox;
    private final JdbcVerificationCases cases;
    private final Factors factors;
    private final FactorCatalog catalog;
    private final FactorTries tries;
    private final FreshFactor fresh;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final VerificationProperties policy;
    private final BusinessCalendar calendar;
    private final ObjectProvider<LastResort> resorts;

    Verification(
            Processes processes,
            TaskInbox inbox,
            JdbcVerificationCases cases,
            Factors factors,
            FactorCatalog catalog,
            FactorTries tries,
            FreshFactor fresh,
            CurrentUser user,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock,
            VerificationProperties policy,
            BusinessCalendar calendar,
            ObjectProvider<LastResort> resorts) {
        this.processes = processes;
        this.inbox = inbox;
        this.cases = cases;
        this.factors = factors;
        this.catalog = catalog;
        this.tries = tries;
        this.fresh = fresh;
        this.user = user;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.policy = policy;
        this.calendar = calendar;
        this.resorts = resorts;
    }

    @Override
    public boolean needsProof(AccountId account, SessionKey session) {
        return !usable(account).isEmpty() && !fresh.isFresh(account, session);
    }

    @Override
    public TaskId stepUp(AccountId account, SessionKey session, String returnRoute) {
        return stepUp(account, session, returnRoute, List.of());
    }

    @Override
    public TaskId stepUpWithout(FactorId lost, AccountId account, SessionKey session, String returnRoute) {
        return stepUp(account, session, returnRoute, List.of(lost));
    }

    private TaskId stepUp(AccountId account, SessionKey session, String returnRoute, List<FactorId> without) {
        if (returnRoute.length() > LONGEST_ROUTE
                || !OWN_ROUTE.matcher(returnRoute).matches()) {
            throw new IllegalArgumentException("not a route of the product");
        }
        CaseId caseId = start(account, session, VerificationPurpose.STEP_UP, returnRoute, without);
        return inbox.ofCase(caseId).stream()
                .findFirst()
                .map(CaseTask::id)
                .orElseThrow(() -> new IllegalStateException("the proof of a factor has no task"));
    }

    @Override
    public Set<FactorId> provedLately(AccountId account, SessionKey session) {
        return cases.provedSince(account, session, clock.instant().minus(policy.expiresAfter()));
    }

    /** Opens the case of a sign-in to an account with MFA on, also where no method is left. */
    CaseId signIn(AccountId account, SessionKey session) {
        return start(account, session, VerificationPurpose.SIGN_IN, "", List.of());
    }

    /** Opens the trial of a new method; empty where there is none to try. */
    Optional<CaseId> trial(AccountId account, SessionKey session) {
        return usable(account).isEmpty()
                ? Optional.empty()
                : Optional.of(start(account, session, VerificationPurpose.TRIAL, "", List.of()));
    }

    private CaseId start(
            AccountId account,
            SessionKey session,
            VerificationPurpose purpose,
            String returnRoute,
            List<FactorId> without) {
        CaseId caseId = CaseId.next();
        Instant expiresAt = clock.instant().plus(policy.expiresAfter());
        Optional<Factor> first = usable(account).stream()
                .filter(factor -> !without.contains(factor.id()))
                .findFirst();
        Variables known = Variables.of(VerificationVariables.ACCOUNT, account.value())
                .and(VerificationVariables.PURPOSE, purpose)
                .and(VerificationVariables.EXPIRES_AT, expiresAt)
                .and(VerificationVariables.HAS_METHOD, first.isPresent());
        Variables variables = first.map(factor ->
                        known.and(VerificationVariables.FACTOR, factor.id().value()))
                .orElse(known);
        VerificationCase opened = new VerificationCase(caseId, account, session, purpose, returnRoute, expiresAt);
        first.ifPresent(factor -> admit(opened, factor));
        transaction.executeWithoutResult(status -> {
            cases.add(opened);
            trail.record(
                    "verification.started",
                    Optional.of(account.value()),
                    Optional.of(caseId.value()),
                    "started",
                    Map.of("purpose", Kebab.of(purpose)));
            processes.start(PROCESS, caseId, variables);
        });
        return caseId;
    }

    /** Whether the session at hand is the one that the case belongs to. */
    public boolean belongsHere(CaseTask task) {
        return isOfThisSession(cases.get(task.caseId()));
    }

    /**
     * What the task asks for.
     *
     * @throws TaskUnavailable where the case belongs to another session
     */
    public Prompt prompt(CaseTask task) {
        VerificationCase verification = own(task);
        Factor factor = asked(task.id());
        return new Prompt(
                verification.purpose(), factor, verification.challenge(factor.id()), verification.expiresAt());
    }

    /**
     * The methods that may be used, the default first.
     *
     * @throws TaskUnavailable where the case belongs to another session
     */
    public List<Factor> methods(CaseTask task) {
        return usable(own(task).account());
    }

    /** How to reach the helpdesk. */
    public Help help() {
        return new Help(policy.helpdeskPhone(), policy.helpdeskPlace(), calendar.opens(), calendar.closes());
    }

    /**
     * The person has entered a code.
     *
     * @throws TaskUnavailable where the task is gone or belongs to another session
     */
    public Answer prove(TaskId id, Secret<String> entered) {
        return prove(id, entered, user.source());
    }

    Answer prove(TaskId id, Secret<String> entered, Optional<Source> source) {
        CaseTask task = find(id);
        VerificationCase verification = own(task);
        return answer(
                verification,
                asked(id),
                entered,
                source,
                proof -> inbox.complete(id, Variables.of(VerificationVariables.PROOF, proof)));
    }

    /**
     * The person has answered a challenge by another way than the browser: they keyed something in on the phone that was
     * called. Moves the case on as the same answer on its screen would.
     */
    public Answer answeredByPhone(Challenge challenge, Secret<String> entered) {
        Optional<VerificationCase> found = cases.find(challenge.caseId());
        boolean asked = found.isPresent()
                && processes.waitsAt(challenge.caseId()).contains(WAITING_FOR_PROOF)
                && processes
                        .variables(challenge.caseId())
                        .find(VerificationVariables.FACTOR)
                        .filter(challenge.factor().value()::equals)
                        .isPresent();
        if (!asked) {
            return new Answer.Expired();
        }
        VerificationCase verification = found.orElseThrow();
        Factor factor = factors.find(challenge.factor()).orElseThrow();
        return answer(
                verification,
                factor,
                entered,
                Optional.empty(),
                proof -> processes.correlate(
                        verification.id(), CALL_ANSWERED, Variables.of(VerificationVariables.PROOF, proof)));
    }

    /**
     * What became of the case by another way than this screen; empty while it waits.
     *
     * @throws TaskUnavailable where the case belongs to another session
     */
    public Optional<Answer> elsewhere(CaseTask task) {
        VerificationCase verification = own(task);
        return cases.outcome(verification.id()).map(outcome -> switch (outcome) {
            case PASSED -> new Answer.Right(afterSuccess(verification));
            case FAILED -> new Answer.Ended(false, afterFailure(verification));
            case NO_METHOD, EXPIRED -> new Answer.Expired();
        });
    }

    private Answer answer(
            VerificationCase verification,
            Factor factor,
            Secret<String> entered,
            Optional<Source> source,
            Consumer<Proof> moveOn) {
        if (!clock.instant().isBefore(verification.expiresAt())) {
            return new Answer.Expired();
        }
        if (factor.state() != Factor.State.ACTIVE) {
            return new Answer.Refused();
        }
        FactorTries.Result result = tries.attempt(verification, factor, entered, source);
        if (result instanceof FactorTries.Result.Right) {
            moveOn.accept(Proof.PASSED);
            return new Answer.Right(afterSuccess(verification));
        }
        if (result instanceof FactorTries.Result.TooSoon soon) {
            return new Answer.TooSoon(soon.until());
        }
        if (result instanceof FactorTries.Result.Wrong wrong) {
            return wrong(verification, factor, wrong, moveOn);
        }
        if (result instanceof FactorTries.Result.Void) {
            return new Answer.Void();
        }
        return result instanceof FactorTries.Result.Used ? new Answer.Used() : new Answer.Refused();
    }

    private Answer wrong(
            VerificationCase verification, Factor factor, FactorTries.Result.Wrong wrong, Consumer<Proof> moveOn) {
        trail.record(
                "verification.code-refused",
                Optional.of(verification.account().value()),
                Optional.of(verification.id().value()),
                "wrong",
                Map.of("factor", factor.id().toString()));
        if (wrong.triesLeft() > 0) {
            return new Answer.Wrong(wrong.inRow(), wrong.triesLeft());
        }
        transaction.executeWithoutResult(status -> {
            if (wrong.methodSpent()) {
                factors.disable(factor.id());
            }
            moveOn.accept(Proof.FAILED);
        });
        return new Answer.Ended(wrong.methodSpent(), afterFailure(verification));
    }

    /** The person wants to be asked again: another code, another call. */
    public Onward again(TaskId id) {
        VerificationCase verification = own(find(id));
        Factor factor = asked(id);
        if (factor.state() != Factor.State.ACTIVE) {
            return another(id);
        }
        admit(verification, factor);
        inbox.complete(id, Variables.of(VerificationVariables.PROOF, Proof.AGAIN));
        return new Onward.NextTask();
    }

    /** The person would rather use another method. */
    public Onward another(TaskId id) {
        own(find(id));
        inbox.complete(id, Variables.of(VerificationVariables.PROOF, Proof.ANOTHER));
        return new Onward.NextTask();
    }

    /** The person has chosen among {@link #methods}. */
    public Onward chosen(TaskId id, FactorId factor) {
        VerificationCase verification = own(find(id));
        Factor chosen = usable(verification.account()).stream()
                .filter(usable -> usable.id().equals(factor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a method of the account"));
        admit(verification, chosen);
        inbox.complete(
                id,
                Variables.of(VerificationVariables.CHOICE, Choice.CHOSEN)
                        .and(VerificationVariables.FACTOR, factor.value()));
        return new Onward.NextTask();
    }

    /** The person can use none of the methods or, on trial, says that it does not work. */
    public Onward noneUsable(TaskId id) {
        VerificationCase verification = own(find(id));
        inbox.complete(
                id,
                Variables.of(VerificationVariables.PROOF, Proof.NONE).and(VerificationVariables.CHOICE, Choice.NONE));
        return verification.purpose() == VerificationPurpose.TRIAL ? afterFailure(verification) : new Onward.NextTask();
    }

    /** The person has read how to get help. */
    public Onward helpSeen(TaskId id) {
        VerificationCase verification = own(find(id));
        inbox.complete(id, Variables.none());
        return afterFailure(verification);
    }

    /** The ways on for a person who can use none of their methods; none but at a sign-in. */
    public List<LastResort> resorts(CaseTask task) {
        return own(task).purpose() == VerificationPurpose.SIGN_IN
                ? resorts.orderedStream().toList()
                : List.of();
    }

    /**
     * The person takes one of {@link #resorts}: where it goes on, the sign-in case is over.
     *
     * @throws TaskUnavailable where the task is gone or belongs to another session
     */
    public LastResort.Answer resorted(TaskId id, LastResort resort) {
        VerificationCase verification = own(find(id));
        LastResort.Answer answer = resort.taken(verification.account(), verification.id());
        if (answer.goesOn()) {
            inbox.complete(id, Variables.none());
        }
        return answer;
    }

    private static Onward afterSuccess(VerificationCase verification) {
        return verification.purpose() == VerificationPurpose.STEP_UP
                ? new Onward.Route(verification.returnRoute())
                : new Onward.CompleteSignIn();
    }

    private static Onward afterFailure(VerificationCase verification) {
        return switch (verification.purpose()) {
            case SIGN_IN -> new Onward.SignInAgain();
            case TRIAL -> new Onward.CompleteSignIn();
            case STEP_UP -> new Onward.Route("");
        };
    }

    private void admit(VerificationCase verification, Factor factor) {
        catalog.type(factor.kind()).admit(verification.challenge(factor.id()));
    }

    private List<Factor> usable(AccountId account) {
        return factors.active(account).stream()
                .filter(factor -> catalog.traits(factor).signIn())
                .toList();
    }

    private Factor asked(TaskId id) {
        return inbox.variables(id)
                .find(VerificationVariables.FACTOR)
                .flatMap(factor -> factors.find(new FactorId(factor)))
                .orElseThrow(() -> new TaskUnavailable(id));
    }

    private CaseTask find(TaskId id) {
        return inbox.find(id).orElseThrow(() -> new TaskUnavailable(id));
    }

    private VerificationCase own(CaseTask task) {
        VerificationCase verification = cases.get(task.caseId());
        if (!isOfThisSession(verification)) {
            throw new TaskUnavailable(task.id());
        }
        return verification;
    }

    private boolean isOfThisSession(VerificationCase verification) {
        return user.find()
                .filter(person -> person.session().equals(verification.session()))
                .isPresent();
    }
}
