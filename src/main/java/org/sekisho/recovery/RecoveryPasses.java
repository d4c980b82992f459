package org.sekisho.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.accesspass.AccessPass;
import org.sekisho.accesspass.AccessPasses;
import org.sekisho.accesspass.Redemption;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Text;
import org.sekisho.contact.Contact;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How a pass reaches its person and nobody else: on the page of the one browser that opened the case, or picked it up at the
 * desk, or by mail to a contact that can speak for them. No member of staff is ever shown one.
 */
@Component
public class RecoveryPasses {

    private static final FormKey PASS = new FormKey("recovery-pass");
    private static final int MOST_PICK_UP_TRIES = 5;

    private final Recoveries cases;
    private final JdbcRecoveries recoveries;
    private final AccessPasses passes;
    private final CaseBrowsers browsers;
    private final PickUpCodes pickUps;
    private final PasswordChanges passwords;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Messages messages;
    private final Processes processes;
    private final TaskInbox inbox;
    private final Throttle throttle;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecoveryPasses(
            Recoveries cases,
            JdbcRecoveries recoveries,
            AccessPasses passes,
            CaseBrowsers browsers,
            PickUpCodes pickUps,
            PasswordChanges passwords,
            Contacts contacts,
            Outbox outbox,
            Accounts accounts,
            Messages messages,
            Processes processes,
            TaskInbox inbox,
            Throttle throttle,
            CurrentUser user,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.cases = cases;
        this.recoveries = recoveries;
        this.passes = passes;
        this.browsers = browsers;
        this.pickUps = pickUps;
        this.passwords = passwords;
        this.contacts = contacts;
        this.outbox = outbox;
        this.accounts = accounts;
        this.messages = messages;
        this.processes = processes;
        this.inbox = inbox;
        this.throttle = throttle;
        this.user = user;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What can be done about a pass here and now.
     *
     * @param shownHere whether this is the browser that may be shown one
     * @param left how many more the case may be given
     * @param heldUntil until when none is made, because the password was changed lately
     */
    public record Offer(boolean shownHere, int left, Optional<Instant> heldUntil) {}

    /**
     * What can be done about a pass in this browser.
     *
     * @throws TaskUnavailable where the task is gone or not the person's
     */
    @Transactional(readOnly = true)
    public Offer offer(TaskId id) {
        Recovery recovery = own(id);
        return new Offer(browsers.isHere(recovery.caseId()), passes.issuesLeft(recovery.caseId()), heldUntil(recovery));
    }

    /** Whether this browser is the one that may be shown the pass of the case. */
    public boolean isPassShownHere(CaseId caseId) {
        return browsers.isHere(caseId);
    }

    /**
     * Makes a pass to be shown on the page.
     *
     * @return empty where none may be made, or not for this browser
     * @throws TaskUnavailable where the task is gone or not the person's
     */
    @Transactional
    public Optional<AccessPass> shown(TaskId id) {
        Recovery recovery = own(id);
        return browsers.isHere(recovery.caseId()) && heldUntil(recovery).isEmpty()
                ? passes.issue(recovery.account(), recovery.caseId())
                : Optional.empty();
    }

    /**
     * Makes a pass and mails it to the contacts that can speak for the person. Whoever asks is not told which there are, nor
     * whether there are any.
     *
     * @return whether one more could be made
     * @throws TaskUnavailable where the task is gone or not the person's
     */
    @Transactional
    public boolean mailed(TaskId id) {
        Recovery recovery = own(id);
        if (heldUntil(recovery).isPresent() || passes.issuesLeft(recovery.caseId()) == 0) {
            return false;
        }
        List<Contact> trusted = contacts.trusted(recovery.account());
        if (!trusted.isEmpty()) {
            passes.issue(recovery.account(), recovery.caseId()).ifPresent(pass -> mail(recovery, pass, trusted));
        }
        return true;
    }

    private void mail(Recovery recovery, AccessPass pass, List<Contact> trusted) {
        Account account = accounts.get(recovery.account());
        int left = passes.issuesLeft(recovery.caseId());
        String subject = messages.text(account.language(), "recovery.mail.pass.subject");
        String body = messages.text(
                account.language(),
                "recovery.mail.pass.body",
                account.name(),
                pass.code().reveal());
        for (Contact contact : trusted) {
            outbox.enqueue(new Message(
                    recovery.caseId() + "/access-pass/" + contact.id() + "-" + left,
                    Message.Kind.CODE,
                    account.id(),
                    Optional.of(recovery.caseId()),
                    new Destination("mail", contact.address().value()),
                    Text.of(account.language(), subject, body),
                    pass.expiresAt()));
        }
    }

    /**
     * The person has entered a pass. Called outside any transaction.
     *
     * @throws TaskUnavailable where the task is gone or not the person's
     */
    public Redemption redeemed(TaskId id, Secret<String> entered) {
        Recovery recovery = own(id);
        Person person = user.find().orElseThrow(() -> new TaskUnavailable(id));
        return passes.redeem(
                recovery.account(),
                recovery.caseId(),
                person.session(),
                entered,
                () -> inbox.complete(id, Variables.none()));
    }

    /** Whether the task of the case may be worked in this session: where a new method is set up, the pass must have opened it. */
    public boolean opens(CaseTask task) {
        return user.find()
                .filter(person -> passes.opens(person.account(), task.caseId(), person.session()))
                .isPresent();
    }

    /** The session that had redeemed the pass is gone: the case goes back to where one is made. */
    @Transactional
    public void wantedAnew() {
        cases.open()
                .ifPresent(recovery ->
                        processes.correlate(recovery.caseId(), Recoveries.NEW_PASS_WANTED, Variables.none()));
    }

    /**
     * A code for the person at the desk, who enters it on their own device. The clerk who opened the case may have it made; it
     * opens nothing without the person's password.
     *
     * @return empty where the case is over, or the person signed in did not open it
     */
    @Transactional
    public Optional<PickUpCode> pickUpCode(CaseId caseId) {
        return recoveries
                .find(caseId)
                .filter(recovery -> recovery.state().isOpen())
                .filter(recovery ->
                        recovery.openedBy().equals(Optional.of(user.get().account())))
                .map(recovery -> {
                    record(recovery, "recovery.pick-up-code-issued", "issued");
                    throttle.forget(pickUps(caseId));
                    return pickUps.issue(caseId);
                });
    }

    /**
     * The person has entered a pick-up code: from now on this browser is the one that may be shown a pass. Called outside any
     * transaction.
     *
     * @return whether it was right
     */
    public boolean pickedUp(Secret<String> entered) {
        Optional<Recovery> open = cases.open();
        if (open.isEmpty()) {
            return false;
        }
        Recovery recovery = open.get();
        List<Limit> limits = List.of(Limit.hard(pickUps(recovery.caseId()), MOST_PICK_UP_TRIES));
        if (!(throttle.take(limits) instanceof Verdict.Allowed)) {
            return false;
        }
        boolean right = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean used = pickUps.use(recovery.caseId(), entered);
            if (used) {
                browsers.bindThisOne(recovery);
            }
            record(recovery, "recovery.picked-up", used ? "picked-up" : "wrong");
            return used;
        }));
        if (right) {
            throttle.succeeded(limits);
        }
        return right;
    }

    private static String pickUps(CaseId caseId) {
        return "recovery-pick-up:" + caseId;
    }

    private void record(Recovery recovery, String action, String result) {
        audit.record(
                action,
                Optional.of(recovery.account().value()),
                Optional.of(recovery.caseId().value()),
                result,
                Map.of());
    }

    private Optional<Instant> heldUntil(Recovery recovery) {
        return passwords.settledAt(recovery.account()).filter(clock.instant()::isBefore);
    }

    private Recovery own(TaskId id) {
        return inbox.find(id)
                .filter(task -> task.form().equals(PASS) && cases.isOwn(task.caseId()))
                .flatMap(task -> recoveries.find(task.caseId()))
                .orElseThrow(() -> new TaskUnavailable(id));
    }
}
