package org.sekisho.vouching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.audit.AuditTrail;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
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
import org.sekisho.throttle.Quota;
import org.sekisho.throttle.Quotas;
import org.sekisho.verification.Verifications;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Asks people who know somebody whether it is them, and takes their answers. */
@Component
public class Vouchings {

    static final ProcessKey PROCESS = new ProcessKey("vouching");
    static final MessageName NO_LONGER_NEEDED = new MessageName("vouching.noLongerNeeded");

    private static final FormKey ANSWER = new FormKey("vouching-answer");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcVouchings vouchings;
    private final Vouchers vouchers;
    private final Processes processes;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final Verifications verifications;
    private final BusinessCalendar calendar;
    private final Quotas quotas;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final VouchingProperties policy;
    private final Clock clock;

    Vouchings(
            JdbcVouchings vouchings,
            Vouchers vouchers,
            Processes processes,
            TaskInbox inbox,
            Accounts accounts,
            Verifications verifications,
            BusinessCalendar calendar,
            Quotas quotas,
            CurrentUser user,
            AuditTrail audit,
            TransactionOperations transaction,
            VouchingProperties policy,
            Clock clock) {
        this.vouchings = vouchings;
        this.vouchers = vouchers;
        this.processes = processes;
        this.inbox = inbox;
        this.accounts = accounts;
        this.verifications = verifications;
        this.calendar = calendar;
        this.quotas = quotas;
        this.user = user;
        this.audit = audit;
        this.transaction = transaction;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Asks everybody who can vouch for the person of a recovery and has not been asked in it. Whether that is anybody is not
     * told. Called outside any transaction, by the recovery, which knows whether its person may ask.
     *
     * @param except who has had a part in the case already
     */
    public void ask(CaseId recovery, AccountId account, Set<AccountId> except) {
        vouchers.of(accounts.get(account)).forEach((voucher, relation) -> {
            boolean known = except.contains(voucher)
                    || vouchings.of(recovery).stream()
                            .anyMatch(earlier -> earlier.voucher().equals(voucher));
            Quota quota = new Quota("vouching:asked:" + voucher, A_DAY, policy.mostAskedPerDay(), 1);
            if (!known && quotas.use(List.of(quota)) instanceof Quotas.Verdict.Allowed) {
                try {
                    transaction.executeWithoutResult(status -> begin(recovery, account, voucher, relation));
                } catch (DuplicateKeyException otherClick) {
                    // asked at the same moment
                }
            }
        });
    }

    private void begin(CaseId recovery, AccountId account, AccountId voucher, Relation relation) {
        Instant now = clock.instant();
        Vouching vouching = new Vouching(
                CaseId.next(), recovery, account, voucher, relation, VouchingState.ASKED, now, Optional.empty());
        vouchings.add(vouching);
        audit.record(
                "vouching.voucher-asked",
                Optional.of(account.value()),
                Optional.of(recovery.value()),
                "asked",
                Map.of(
                        "voucher",
                        voucher.toString(),
                        "vouching",
                        vouching.caseId().toString()));
        processes.start(
                PROCESS,
                vouching.caseId(),
                Variables.of(VouchingVariables.ACCOUNT_ID, account.value())
                        .and(VouchingVariables.VOUCHER_ID, voucher.value())
                        .and(VouchingVariables.REMINDER_AT, calendar.plus(now, policy.remindAfter()))
                        .and(VouchingVariables.EXPIRES_AT, calendar.plus(now, policy.answerWithin())));
    }

    /** Everybody who was asked in a recovery, and what became of it. */
    @Transactional(readOnly = true)
    public List<Vouching> of(CaseId recovery) {
        return vouchings.of(recovery);
    }

    /** The recovery is over: nobody need answer any more. Joins the transaction of the caller. */
    @Transactional
    public void over(CaseId recovery) {
        vouchings.of(recovery).stream()
                .filter(vouching -> vouching.state() == VouchingState.ASKED)
                .forEach(vouching -> processes.correlate(vouching.caseId(), NO_LONGER_NEEDED, Variables.none()));
    }

    /**
     * What somebody is asked.
     *
     * @param person the name of who has lost their methods
     */
    public record Question(String person, Relation relation, Instant askedAt) {}

    /**
     * What the person signed in is asked.
     *
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional(readOnly = true)
    public Question question(TaskId id) {
        Vouching vouching = vouchings.get(own(id).caseId());
        return new Question(accounts.get(vouching.account()).name(), vouching.relation(), vouching.askedAt());
    }

    /** Whether the person must prove a method of their own before they answer. */
    public boolean needsProof() {
        Person person = user.get();
        return verifications.needsProof(person.account(), person.session());
    }

    /** Starts the proof of a method; the screen comes back to the task afterwards. */
    public TaskId prove(TaskId task) {
        Person person = user.get();
        return verifications.stepUp(person.account(), person.session(), "tasks/" + task);
    }

    /**
     * The person signed in answers.
     *
     * @return whether their word counts: not where one of their own methods was set up lately
     * @throws TaskUnavailable where the task is gone or not theirs
     * @throws ProofNeeded where they have not proved a method a short while ago
     */
    @Transactional
    public boolean answered(TaskId id, VouchAnswer answer) {
        CaseTask task = own(id);
        AccountId me = user.get().account();
        if (!vouchers.mayVouch(me)) {
            return false;
        }
        if (needsProof()) {
            throw new ProofNeeded();
        }
        inbox.complete(task.id(), Variables.of(VouchingVariables.ANSWER, answer));
        return true;
    }

    private CaseTask own(TaskId id) {
        return inbox.find(id)
                .filter(task -> task.form().equals(ANSWER)
                        && task.assignee()
                                .equals(Optional.of(user.get().account().value())))
                .orElseThrow(() -> new TaskUnavailable(id));
    }
}
