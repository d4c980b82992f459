package org.sekisho.factor.apppassword;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.apppassword.AppPasswordVariables.Naming;
import org.sekisho.factor.apppassword.AppPasswordVariables.Saving;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code factor-apppassword-setup}: a person names an app password, is shown it once and says that it is saved. */
@Component
public class AppPasswordSetup {

    /** The longest name of an app password, in characters. */
    public static final int LONGEST_NAME = 32;

    private final TaskInbox inbox;
    private final Factors factors;
    private final AppPasswordFactor type;
    private final JdbcAppPasswords passwords;
    private final SecureRandom random;
    private final Clock clock;

    AppPasswordSetup(
            TaskInbox inbox,
            Factors factors,
            AppPasswordFactor type,
            JdbcAppPasswords passwords,
            SecureRandom random,
            Clock clock) {
        this.inbox = inbox;
        this.factors = factors;
        this.type = type;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The person says what the app password is called.
     *
     * @return the key of the text that says what is wrong with the name; empty where it was taken
     * @throws TaskUnavailable where the binding is over
     */
    @Transactional
    public Optional<String> named(TaskId id, String name) {
        Factor binding = open(id);
        String called = name.strip();
        Optional<String> problem = type.nameProblem(called, factors.active(binding.account()));
        if (problem.isEmpty()) {
            factors.rename(binding.id(), called);
            inbox.complete(id, Variables.of(AppPasswordVariables.NAMING, Naming.NAMED));
        }
        return problem;
    }

    /** The person does without, before one was made. */
    public void notNamed(TaskId id) {
        inbox.complete(id, Variables.of(AppPasswordVariables.NAMING, Naming.DECLINED));
    }

    /**
     * Makes the app password that the page shows. One that was shown before is void: it can be shown once.
     *
     * @throws TaskUnavailable where the binding is over
     */
    @Transactional
    public ShownPassword issue(TaskId id) {
        Factor binding = open(id);
        ShownPassword shown =
                new ShownPassword(UUID.randomUUID(), binding.name().orElseThrow(), AppPassword.random(random));
        passwords.replace(binding.id(), shown);
        return shown;
    }

    /** Until when it must be saved. */
    public Instant expiresAt(TaskId id) {
        return inbox.variables(id).get(AppPasswordVariables.EXPIRES_AT);
    }

    /**
     * The person has saved the app password: it may be used from now on.
     *
     * @return whether it is the one that was shown last; where not, nothing happened
     * @throws TaskUnavailable where the binding is over
     */
    @Transactional
    public boolean saved(TaskId id, ShownPassword shown) {
        FactorId factor = open(id).id();
        if (!passwords.holds(factor, shown)) {
            return false;
        }
        factors.activate(factor);
        inbox.complete(
                id,
                Variables.of(AppPasswordVariables.SAVING, Saving.SAVED)
                        .and(AppPasswordVariables.OUTCOME, SetupOutcome.ENROLLED));
        return true;
    }

    /** The person does without the one that was shown. */
    public void declined(TaskId id) {
        inbox.complete(id, Variables.of(AppPasswordVariables.SAVING, Saving.DECLINED));
    }

    private Factor open(TaskId id) {
        return factors.find(factor(id))
                .filter(binding -> binding.state() == Factor.State.PENDING)
                .filter(binding -> clock.instant().isBefore(expiresAt(id)))
                .orElseThrow(() -> new TaskUnavailable(id));
    }

    private FactorId factor(TaskId id) {
        return new FactorId(inbox.variables(id).get(AppPasswordVariables.FACTOR));
    }
}
