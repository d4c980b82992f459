package org.sekisho.factor.passkey;

import com.webauthn4j.data.RegistrationData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.passkey.PasskeyVariables.Registration;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.FreshFactor;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.sekisho.verification.Verifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The process {@code factor-passkey-setup}: a person names a passkey and has a device make it. Only who has just proved
 * another method may do so: a passkey comes second or later.
 *
 * <p>All calls throw {@link TaskUnavailable} where the task is gone or somebody else's.
 */
@Component
public class PasskeySetup {

    /** The longest name of a passkey, in characters. */
    public static final int LONGEST_NAME = 80;

    private final TaskInbox inbox;
    private final Factors factors;
    private final JdbcPasskeys passkeys;
    private final JdbcQuestions questions;
    private final CeremonyOptions options;
    private final WebAuthn webAuthn;
    private final Accounts accounts;
    private final Throttle throttle;
    private final FreshFactor fresh;
    private final Verifications verifications;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final PasskeyProperties policy;

    PasskeySetup(
            TaskInbox inbox,
            Factors factors,
            JdbcPasskeys passkeys,
            JdbcQuestions questions,
            CeremonyOptions options,
            WebAuthn webAuthn,
            Accounts accounts,
            Throttle throttle,
            FreshFactor fresh,
            Verifications verifications,
            CurrentUser user,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock,
            PasskeyProperties policy) {
        this.inbox = inbox;
        this.factors = factors;
        this.passkeys = passkeys;
        this.questions = questions;
        this.options = options;
        this.webAuthn = webAuthn;
        this.accounts = accounts;
        this.throttle = throttle;
        this.fresh = fresh;
        this.verifications = verifications;
        this.user = user;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.policy = policy;
    }

    /** Whether the person must prove a method before they go on with the task. */
    public boolean needsProof(TaskId id) {
        return !fresh.isFresh(account(task(id)), user.get().session());
    }

    /** Starts the proof of a method; the screen comes back to the task afterwards. */
    public TaskId prove(TaskId id) {
        return verifications.stepUp(account(task(id)), user.get().session(), "tasks/" + id);
    }

    /** Until when the passkey must be registered. */
    public Instant expiresAt(TaskId id) {
        return inbox.variables(task(id).id()).get(PasskeyVariables.EXPIRES_AT);
    }

    /**
     * What the browser must know to have a device make a passkey, as JSON.
     *
     * @throws ProofNeeded where the person must prove a method first
     */
    public String toCreate(TaskId id) {
        CaseTask task = guarded(id);
        AccountId account = account(task);
        List<Passkey> already = factors.bound(account).stream()
                .map(Factor::id)
                .map(passkeys::find)
                .flatMap(Optional::stream)
                .toList();
        return options.create(questions.current(Ceremony.setup(factor(task))), accounts.get(account), already);
    }

    /**
     * A device has made a passkey.
     *
     * @param name what its person calls it, 1 to {@value #LONGEST_NAME} characters
     * @param answer what the browser gave, as JSON (WebAuthn §5.1)
     * @throws ProofNeeded where the person must prove a method first
     */
    public Registered register(TaskId id, String name, Secret<String> answer) {
        CaseTask task = guarded(id);
        if (!clock.instant().isBefore(expiresAt(id))) {
            return new Registered.Expired();
        }
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return new Registered.Unnamed();
        }
        FactorId factor = factor(task);
        List<Limit> limits = List.of(Limit.hard("passkey-setup:" + factor, policy.bindingTries()));
        if (!(throttle.take(limits) instanceof Verdict.Allowed allowed)) {
            return new Registered.Exhausted();
        }
        Finding<Passkey> finding = new Finding.Refused<>(Refusal.MALFORMED);
        Optional<RegistrationData> read = webAuthn.readNew(answer);
        if (read.isPresent()) {
            Optional<Question.State> asked = asked(factor, read.get());
            if (asked.isPresent() && asked.get() != Question.State.OPEN) {
                throttle.giveBack(limits);
                return new Registered.TooLate();
            }
            finding = asked.isEmpty()
                    ? new Finding.Refused<>(Refusal.OTHER_QUESTION)
                    : webAuthn.verifyNew(factor, read.get());
        }
        if (finding instanceof Finding.Genuine<Passkey> genuine) {
            throttle.succeeded(limits);
            return bind(task, called, genuine.value(), read.orElseThrow());
        }
        trail.record(
                "factor.passkey-refused",
                task.subject(),
                Optional.of(task.caseId().value()),
                ((Finding.Refused<Passkey>) finding).why().key(),
                Map.of("factor", factor.toString()));
        return allowed.triesLeft() > 0 ? new Registered.Refused(allowed.triesLeft()) : exhausted(id);
    }

    /** The person does not want a passkey after all. */
    public void giveUp(TaskId id) {
        inbox.complete(task(id).id(), Variables.of(PasskeyVariables.REGISTRATION, Registration.GIVEN_UP));
    }

    private Optional<Question.State> asked(FactorId factor, RegistrationData answer) {
        return questions.state(Ceremony.setup(factor), WebAuthn.challenge(answer.getCollectedClientData()));
    }

    private Registered bind(CaseTask task, String name, Passkey passkey, RegistrationData answer) {
        if (!policy.allows(WebAuthn.model(answer))) {
            return new Registered.ModelNotAllowed();
        }
        if (passkeys.findByCredential(passkey.credentialId()).isPresent()) {
            return new Registered.Known();
        }
        String challenge = WebAuthn.challenge(answer.getCollectedClientData());
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!questions.use(Ceremony.setup(passkey.factor()), challenge)) {
                return new Registered.TooLate();
            }
            factors.rename(passkey.factor(), name);
            passkeys.add(passkey);
            factors.activate(passkey.factor());
            inbox.complete(
                    task.id(),
                    Variables.of(PasskeyVariables.REGISTRATION, Registration.REGISTERED)
                            .and(PasskeyVariables.OUTCOME, SetupOutcome.ENROLLED));
            return new Registered.Done();
        }));
    }

    private Registered exhausted(TaskId id) {
        inbox.complete(id, Variables.of(PasskeyVariables.REGISTRATION, Registration.EXHAUSTED));
        return new Registered.Exhausted();
    }

    private CaseTask guarded(TaskId id) {
        CaseTask task = task(id);
        if (needsProof(id)) {
            throw new ProofNeeded();
        }
        return task;
    }

    private CaseTask task(TaskId id) {
        return inbox.find(id)
                .filter(found -> found.process().equals(PasskeyFactor.SETUP))
                .orElseThrow(() -> new TaskUnavailable(id));
    }

    private FactorId factor(CaseTask task) {
        return new FactorId(inbox.variables(task.id()).get(PasskeyVariables.FACTOR));
    }

    private AccountId account(CaseTask task) {
        return new AccountId(inbox.variables(task.id()).get(PasskeyVariables.ACCOUNT));
    }
}
