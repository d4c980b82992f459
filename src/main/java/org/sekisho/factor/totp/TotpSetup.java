package org.sekisho.factor.totp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.totp.TotpVariables.Registration;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The process {@code factor-totp-setup}: a person pairs an app and proves it with one code. */
@Component
public class TotpSetup {

    private final TaskInbox inbox;
    private final Factors factors;
    private final TotpFactor totp;
    private final JdbcTotpKeys keys;
    private final Accounts accounts;
    private final Throttle throttle;
    private final FreshFactor fresh;
    private final CurrentUser user;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final TotpProperties policy;

    TotpSetup(
            TaskInbox inbox,
            Factors factors,
            TotpFactor totp,
            JdbcTotpKeys keys,
            Accounts accounts,
            Throttle throttle,
            FreshFactor fresh,
            CurrentUser user,
            TransactionOperations transaction,
            Clock clock,
            TotpProperties policy) {
        this.inbox = inbox;
        this.factors = factors;
        this.totp = totp;
        this.keys = keys;
        this.accounts = accounts;
        this.throttle = throttle;
        this.fresh = fresh;
        this.user = user;
        this.transaction = transaction;
        this.clock = clock;
        this.policy = policy;
    }

    /** Where the person said the app is; empty before they did. */
    public Optional<AppDevice> device(CaseTask task) {
        return inbox.variables(task.id()).find(TotpVariables.DEVICE);
    }

    /** Until when the app must be proved. */
    public Instant expiresAt(CaseTask task) {
        return inbox.variables(task.id()).get(TotpVariables.EXPIRES_AT);
    }

    /** The person has said where the app is. */
    public void chosen(TaskId id, AppDevice device) {
        inbox.complete(id, Variables.of(TotpVariables.DEVICE, device));
    }

    /** The person would rather set up another method. */
    public void anotherWanted(TaskId id) {
        inbox.complete(id, Variables.of(TotpVariables.ANOTHER_WANTED, true));
    }

    /** The person wants to choose the device again. */
    public void back(TaskId id) {
        inbox.complete(id, Variables.of(TotpVariables.REGISTRATION, Registration.BACK));
    }

    /**
     * What pairs the app; the same on every visit and every device until it is proved or expires.
     *
     * @throws TaskUnavailable where the key is gone
     */
    public Pairing pairing(CaseTask task) {
        Variables known = inbox.variables(task.id());
        Secret<byte[]> key = keys.find(new FactorId(known.get(TotpVariables.FACTOR)))
                .orElseThrow(() -> new TaskUnavailable(task.id()));
        String name = accounts.get(new AccountId(known.get(TotpVariables.ACCOUNT)))
                .commonId()
                .value();
        return Pairing.of(policy.issuer(), name, key);
    }

    /**
     * The person has entered the code that the app shows.
     *
     * @throws TaskUnavailable where the task is gone
     */
    public Registered prove(TaskId id, Secret<String> entered) {
        CaseTask task = inbox.find(id).orElseThrow(() -> new TaskUnavailable(id));
        Variables known = inbox.variables(task.id());
        if (!clock.instant().isBefore(known.get(TotpVariables.EXPIRES_AT))) {
            return new Registered.Expired();
        }
        FactorId factor = new FactorId(known.get(TotpVariables.FACTOR));
        List<Limit> limits = List.of(Limit.hard("totp-setup:" + factor, policy.bindingTries()));
        if (!(throttle.take(limits) instanceof Verdict.Allowed allowed)) {
            return new Registered.Exhausted();
        }
        return switch (totp.check(factor, entered)) {
            case RIGHT -> {
                throttle.succeeded(limits);
                proved(id, new AccountId(known.get(TotpVariables.ACCOUNT)), factor);
                yield new Registered.Proved();
            }
            case USED -> {
                throttle.giveBack(limits);
                yield new Registered.Used();
            }
            case WRONG, VOID ->
                allowed.triesLeft() > 0
                        ? new Registered.Wrong(policy.bindingTries() - allowed.triesLeft(), allowed.triesLeft())
                        : exhausted(id);
        };
    }

    private void proved(TaskId id, AccountId account, FactorId factor) {
        transaction.executeWithoutResult(status -> {
            factors.activate(factor);
            user.find().ifPresent(person -> fresh.proved(account, person.session()));
            inbox.complete(
                    id,
                    Variables.of(TotpVariables.REGISTRATION, Registration.PROVED)
                            .and(TotpVariables.OUTCOME, SetupOutcome.ENROLLED));
        });
    }

    private Registered exhausted(TaskId id) {
        inbox.complete(id, Variables.of(TotpVariables.REGISTRATION, Registration.EXHAUSTED));
        return new Registered.Exhausted();
    }
}
