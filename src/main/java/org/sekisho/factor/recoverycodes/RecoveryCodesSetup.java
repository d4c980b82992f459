package org.sekisho.factor.recoverycodes;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.recoverycodes.RecoveryCodesVariables.Saving;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.shared.GroupedCode;
import org.sekisho.shared.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code factor-recoverycodes-setup}: a person is shown a set of codes and says that they are saved. */
@Component
public class RecoveryCodesSetup {

    /** That is 80 bits; NIST SP 800-63B-4 §4.2.1.1 asks for 64. */
    private static final int GROUPS = 4;

    private final TaskInbox inbox;
    private final Factors factors;
    private final JdbcRecoveryCodes codes;
    private final SecureRandom random;
    private final Clock clock;
    private final RecoveryCodesProperties policy;

    RecoveryCodesSetup(
            TaskInbox inbox,
            Factors factors,
            JdbcRecoveryCodes codes,
            SecureRandom random,
            Clock clock,
            RecoveryCodesProperties policy) {
        this.inbox = inbox;
        this.factors = factors;
        this.codes = codes;
        this.random = random;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Makes the codes that the page shows. A set that was shown before is void: codes can be shown once.
     *
     * @throws TaskUnavailable where the binding is over
     */
    @Transactional
    public CodeSet issue(CaseTask task) {
        FactorId factor = factor(task.id());
        boolean open = factors.find(factor)
                .filter(binding -> binding.state() == Factor.State.PENDING)
                .isPresent();
        if (!open || !clock.instant().isBefore(expiresAt(task))) {
            throw new TaskUnavailable(task.id());
        }
        List<Secret<String>> made = Stream.generate(() -> GroupedCode.random(random, GROUPS))
                .limit(policy.count())
                .toList();
        CodeSet set = new CodeSet(UUID.randomUUID(), made);
        codes.replace(factor, set);
        return set;
    }

    /** Until when the codes must be saved. */
    public Instant expiresAt(CaseTask task) {
        return inbox.variables(task.id()).get(RecoveryCodesVariables.EXPIRES_AT);
    }

    /**
     * The person has saved a set of codes: they may be used from now on.
     *
     * @return whether it is the set that was shown last; where not, nothing happened
     * @throws TaskUnavailable where the task is gone
     */
    @Transactional
    public boolean saved(TaskId id, CodeSet set) {
        FactorId factor = factor(id);
        if (!codes.holds(factor, set)) {
            return false;
        }
        factors.activate(factor);
        inbox.complete(
                id,
                Variables.of(RecoveryCodesVariables.SAVING, Saving.SAVED)
                        .and(RecoveryCodesVariables.OUTCOME, SetupOutcome.ENROLLED));
        return true;
    }

    /** The person does without. */
    public void declined(TaskId id) {
        inbox.complete(id, Variables.of(RecoveryCodesVariables.SAVING, Saving.DECLINED));
    }

    private FactorId factor(TaskId id) {
        return new FactorId(inbox.variables(id).get(RecoveryCodesVariables.FACTOR));
    }
}
