package org.sekisho.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.factor.Freezes;
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
import org.sekisho.security.Source;
import org.sekisho.throttle.Quota;
import org.sekisho.throttle.Quotas;
import org.sekisho.verification.Enforcement;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people who have lost every method do about it, in business facts. Every call acts for the person behind the session, also
 * one who has proved the password alone, and for no other account.
 */
@Component
public class Recoveries {

    static final ProcessKey PROCESS = new ProcessKey("recovery");
    static final MessageName CASE_WITHDRAWN = new MessageName("recovery.caseWithdrawn");
    static final MessageName METHOD_PROVED = new MessageName("recovery.methodProved");
    static final MessageName ACCOUNT_FROZEN = new MessageName("recovery.accountFrozen");
    static final MessageName ACCOUNT_ENDED = new MessageName("recovery.accountEnded");
    static final MessageName NEW_PASS_WANTED = new MessageName("recovery.newPassWanted");

    static final FormKey EVIDENCE = new FormKey("recovery-evidence");

    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcRecoveries recoveries;
    private final Processes processes;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Freezes freezes;
    private final Enforcement enforcement;
    private final Quotas quotas;
    private final CaseBrowsers browsers;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final RecoveryProperties policy;
    private final Reminders reminders;
    private final Clock clock;

    Recoveries(
            JdbcRecoveries recoveries,
            Processes processes,
            TaskInbox inbox,
            Accounts accounts,
            Evidence evidence,
            Freezes freezes,
            Enforcement enforcement,
            Quotas quotas,
            CaseBrowsers browsers,
            CurrentUser user,
            AuditTrail audit,
            TransactionOperations transaction,
            RecoveryProperties policy,
            Reminders reminders,
            Clock clock) {
        this.recoveries = recoveries;
        this.processes = processes;
        this.inbox = inbox;
        this.accounts = accounts;
        this.evidence = evidence;
        this.freezes = freezes;
        this.enforcement = enforcement;
        this.quotas = quotas;
        this.browsers = browsers;
        this.user = user;
        this.audit = audit;
        this.transaction = transaction;
        this.policy = policy;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** What became of the wish to open a case. */
    public enum Opening {
        OPENED,
        /** The account has an open case already; that one goes on. */
        OPEN_ALREADY,
        /** MFA is off: the password signs in. */
        NOT_NEEDED,
        /** Somebody has disputed a change: nothing is reset until the helpdesk has looked into it. */
        FROZEN,
        /** Somebody said of the last recovery that it was not them: whoever knows the password must be shut out first. */
        PASSWORD_FIRST,
        TOO_MANY
    }

    /** The newest case of the person behind the session, open or not. */
    public Optional<Recovery> newest() {
        return user.find().map(Person::account).flatMap(recoveries::newest);
    }

    /** The open case of the person behind the session. */
    public Optional<Recovery> open() {
        return user.find().map(Person::account).flatMap(recoveries::open);
    }

    /** The task of the person's open case that waits for them. */
    public Optional<TaskId> currentTask() {
        return open().flatMap(recovery -> inbox.ofCase(recovery.caseId()).stream()
                        .filter(task -> task.assignee()
                                .equals(Optional.of(recovery.account().value())))
                        .findFirst())
                .map(CaseTask::id);
    }

    /** Whether the case is one of the person behind the session. */
    public boolean isOwn(CaseId caseId) {
        Optional<AccountId> account = user.find().map(Person::account);
        return account.isPresent()
                && recoveries.find(caseId).map(Recovery::account).equals(account);
    }

    /** The person, who is still signed in, has lost their methods. Called outside any transaction. */
    public Opening reported() {
        Opening opening = opened(user.get().account(), RecoveryChannel.SESSION, Optional.empty());
        if (opening == Opening.OPENED) {
            open().ifPresent(browsers::bindThisOne);
        }
        return opening;
    }

    /** Opens a case where none is open. Called outside any transaction. */
    Opening opened(AccountId id, RecoveryChannel channel, Optional<AccountId> clerk) {
        if (!enforcement.isOn(id)) {
            return Opening.NOT_NEEDED;
        }
        if (freezes.of(id).isPresent()) {
            return Opening.FROZEN;
        }
        Account account = accounts.get(id);
        boolean passwordStands = recoveries
                .repudiatedAt(id)
                .filter(at -> account.passwordChangedAt().filter(at::isBefore).isEmpty())
                .isPresent();
        if (passwordStands) {
            return Opening.PASSWORD_FIRST;
        }
        if (recoveries.open(id).isPresent()) {
            return Opening.OPEN_ALREADY;
        }
        if (quotas.use(opening(id, clerk)) instanceof Quotas.Verdict.Exceeded) {
            audit.record("recovery.opening-refused", Optional.of(id.value()), Optional.empty(), "too-many", Map.of());
            return Opening.TOO_MANY;
        }
        try {
            transaction.executeWithoutResult(status -> begin(account, channel, clerk));
        } catch (DuplicateKeyException otherClick) {
            return Opening.OPEN_ALREADY;
        }
        return Opening.OPENED;
    }

    private List<Quota> opening(AccountId account, Optional<AccountId> clerk) {
        List<Quota> quotas = new ArrayList<>();
        quotas.add(new Quota("recovery:account:" + account, A_DAY, policy.mostOpenedPerDay(), 1));
        if (clerk.isEmpty()) {
            user.source()
                    .map(Source::network)
                    .ifPresent(network -> quotas.add(
                            new Quota("recovery:network:" + network, A_DAY, policy.mostOpenedPerNetwork(), 1)));
        }
        return quotas;
    }

    private void begin(Account account, RecoveryChannel channel, Optional<AccountId> clerk) {
        CaseId caseId = CaseId.next();
        Instant now = clock.instant();
        Recovery recovery = new Recovery(
                caseId,
                account.id(),
                channel,
                clerk,
                channel == RecoveryChannel.DESK ? RecoveryState.DECIDING : RecoveryState.GATHERING,
                now,
                now.plus(policy.expiry()),
                Optional.empty(),
                Optional.empty());
        recoveries.add(recovery);
        audit.record(
                "recovery.case-opened",
                Optional.of(account.id().value()),
                Optional.of(caseId.value()),
                channel.name().toLowerCase(Locale.ROOT),
                Map.of());
        clerk.ifPresent(by ->
                evidence.add(caseId, account.id(), EvidenceKind.IDENTITY_IN_PERSON, Optional.of(by), by.toString()));
        processes.start(PROCESS, caseId, startVariables(account, recovery));
    }

    private Variables startVariables(Account account, Recovery recovery) {
        return Variables.of(RecoveryVariables.ACCOUNT_ID, account.id().value())
                .and(RecoveryVariables.CHANNEL, recovery.channel())
                .and(RecoveryVariables.EXPIRES_AT, recovery.expiresAt())
                .and(RecoveryVariables.EVIDENCE_REMINDER_AT, reminders.since(recovery.openedAt()))
                .and(RecoveryVariables.AGENT_GROUPS, Role.helpdeskGroupsFor(account))
                .and(RecoveryVariables.LEAD_GROUP, Role.LEAD.groupFor(account))
                .and(RecoveryVariables.RENEWAL, true)
                .and(
                        Barred.VARIABLE,
                        recovery.openedBy()
                                .map(clerk -> Barred.nobody().and(clerk.value()))
                                .orElseGet(Barred::nobody));
    }

    /** What the person has given so far. */
    public List<EvidenceItem> evidence(CaseTask task) {
        return evidence.of(own(task.id()).caseId());
    }

    /**
     * The person has given what they can: the helpdesk goes on.
     *
     * @return whether there was anything to pass on; where not, nothing happened
     * @throws TaskUnavailable where the task is gone or not theirs
     */
    @Transactional
    public boolean submitted(TaskId id) {
        CaseTask task = own(id);
        if (evidence.of(task.caseId()).isEmpty()) {
            return false;
        }
        inbox.complete(id, Variables.none());
        return true;
    }

    /** The person gives up the open case; does nothing where there is none. */
    @Transactional
    public void withdrawn() {
        open().ifPresent(recovery -> processes.correlate(recovery.caseId(), CASE_WITHDRAWN, Variables.none()));
    }

    /**
     * The task in which the person gives evidence, which they can in the browser of the case alone: nobody is to prove in good
     * faith who they are in a case whose pass appears to a stranger.
     *
     * @throws TaskUnavailable where it is another, gone, not theirs or not of this browser
     */
    CaseTask own(TaskId id) {
        return inbox.find(id)
                .filter(task -> task.form().equals(EVIDENCE) && isOwn(task.caseId()))
                .filter(task -> browsers.isHere(task.caseId()))
                .orElseThrow(() -> new TaskUnavailable(id));
    }
}
