package org.sekisho.contact;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.Outbox;
import org.sekisho.contact.ContactVariables.Outcome;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.Person;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Codes;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.verification.Verifications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The process <code>contact-setup</code> in business words. Every call acts for the person signed in on one of their tasks;
 * an address or a code goes no further than the sealed tables.
 *
 * <p>All of them throw {@link TaskUnavailable} where the task is gone or somebody else's, and {@link ProofNeeded} where the
 * person has a method and has not proved it in this session, and {@link org.sekisho.factor.ChangesRefused} while the account is
 * frozen.
 */
@Component
public class ContactSetup {

    private final JdbcContacts contacts;
    private final OwnAddresses own;
    private final ContactProperties policy;
    private final Codes codes;
    private final Outbox outbox;
    private final Accounts accounts;
    private final TaskInbox inbox;
    private final CurrentUser user;
    private final FreshFactor freshFactor;
    private final Verifications verifications;
    private final Freezes freezes;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContactSetup(
            JdbcContacts contacts,
            OwnAddresses own,
            ContactProperties policy,
            Codes codes,
            Outbox outbox,
            Accounts accounts,
            TaskInbox inbox,
            CurrentUser user,
            FreshFactor freshFactor,
            Verifications verifications,
            Freezes freezes,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.contacts = contacts;
        this.own = own;
        this.policy = policy;
        this.codes = codes;
        this.outbox = outbox;
        this.accounts = accounts;
        this.inbox = inbox;
        this.user = user;
        this.freshFactor = freshFactor;
        this.verifications = verifications;
        this.freezes = freezes;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the person must prove a method before they go on with the task. */
    public boolean needsProof(TaskId id) {
        return verifications.needsProof(subject(task(id)), user.get().session());
    }

    /** Starts the proof of a method; the screen comes back to the task afterwards. */
    public TaskId prove(TaskId id) {
        return verifications.stepUp(subject(task(id)), user.get().session(), "tasks/" + id);
    }

    /**
     * The person gives an address; where it is taken, a code goes out to it.
     *
     * @param useAnyway whether the person has been warned of an address of the organisation's own
     * @return why it was not taken; empty where it was
     */
    public Optional<AddressProblem> give(TaskId id, String typed, boolean useAnyway) {
        CaseTask task = guarded(id);
        AccountId account = subject(task);
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) {
            return Optional.of(AddressProblem.EMPTY);
        }
        Optional<EmailAddress> parsed = EmailAddress.parse(text);
        if (parsed.isEmpty()) {
            boolean several = text.indexOf('@') != text.lastIndexOf('@');
            return Optional.of(several ? AddressProblem.SEVERAL : AddressProblem.MALFORMED);
        }
        EmailAddress address = parsed.get();
        if (own.contain(accounts.get(account), address)) {
            if (policy.ownAddress() == ContactProperties.OwnAddress.REFUSE) {
                return Optional.of(AddressProblem.OWN_REFUSED);
            }
            if (!useAnyway) {
                return Optional.of(AddressProblem.OWN);
            }
        }
        if (contacts.isConfirmed(account, address)) {
            return Optional.of(AddressProblem.ALREADY_CONFIRMED);
        }
        if (contacts.sendsWithinADay(account) >= policy.mostSendsPerDay()) {
            return Optional.of(AddressProblem.TOO_MANY_CODES);
        }
        transaction.executeWithoutResult(status -> {
            UUID contact = contacts.begin(account, task.caseId(), address);
            record("contact.address-given", task, contact, "pending");
            inbox.complete(id, Variables.of(ContactVariables.CONTACT_ID, contact));
        });
        return Optional.empty();
    }

    /** The code that the task asks for. */
    public SentCode sentCode(TaskId id) {
        PendingContact contact = pending(task(id));
        Instant sentAt = contact.sentAt().orElseThrow();
        return new SentCode(
                contact.address().masked(),
                contact.lastMessageKey().flatMap(outbox::state),
                contact.codeExpiresAt().orElseThrow(),
                sentAt.plus(policy.resendWait()),
                sendsLeft(contact));
    }

    /** The person enters the code; where it is right, the address is confirmed. */
    public CodeResult enter(TaskId id, Secret<String> code) {
        CaseTask task = guarded(id);
        PendingContact contact = pending(task);
        CodeResult result = codes.consume(contact.challenge(), code);
        if (result instanceof CodeResult.Right) {
            Person person = user.get();
            boolean withFactor = freshFactor.isFresh(person.account(), person.session());
            transaction.executeWithoutResult(status -> {
                if (!contacts.confirm(contact.id(), withFactor)) {
                    throw new TaskUnavailable(id);
                }
                record("contact.address-confirmed", task, contact.id(), "confirmed");
                events.publishEvent(new ContactConfirmed(contact.account(), contact.id()));
                inbox.complete(id, Variables.of(ContactVariables.OUTCOME, Outcome.CONFIRMED));
            });
        }
        return result;
    }

    /**
     * Sends another code, which voids the earlier one.
     *
     * @return why none was sent; empty where one was
     */
    public Optional<ResendProblem> resend(TaskId id) {
        PendingContact contact = pending(guarded(id));
        if (sendsLeft(contact) < 1) {
            return Optional.of(ResendProblem.TOO_MANY);
        }
        if (clock.instant().isBefore(contact.sentAt().orElseThrow().plus(policy.resendWait()))) {
            return Optional.of(ResendProblem.TOO_SOON);
        }
        inbox.complete(id, Variables.of(ContactVariables.OUTCOME, Outcome.RESEND));
        return Optional.empty();
    }

    /** Goes back to giving an address. */
    public void change(TaskId id) {
        guarded(id);
        inbox.complete(id, Variables.of(ContactVariables.OUTCOME, Outcome.CHANGE));
    }

    /** Gives up an address after too many wrong codes. */
    public void abandon(TaskId id) {
        CaseTask task = guarded(id);
        transaction.executeWithoutResult(status -> {
            record("contact.address-abandoned", task, pending(task).id(), "code-exhausted");
            inbox.complete(id, Variables.of(ContactVariables.OUTCOME, Outcome.ABANDONED));
        });
    }

    private int sendsLeft(PendingContact contact) {
        int ofAddress = policy.mostSends() - contact.sends();
        int ofDay = policy.mostSendsPerDay() - contacts.sendsWithinADay(contact.account());
        return Math.max(0, Math.min(ofAddress, ofDay));
    }

    private CaseTask guarded(TaskId id) {
        CaseTask task = task(id);
        freezes.demandNone(subject(task));
        if (verifications.needsProof(subject(task), user.get().session())) {
            throw new ProofNeeded();
        }
        return task;
    }

    private CaseTask task(TaskId id) {
        return inbox.find(id)
                .filter(found -> found.process().equals(ContactVariables.PROCESS))
                .orElseThrow(() -> new TaskUnavailable(id));
    }

    private PendingContact pending(CaseTask task) {
        return inbox.variables(task.id())
                .find(ContactVariables.CONTACT_ID)
                .flatMap(contacts::pending)
                .orElseThrow(() -> new TaskUnavailable(task.id()));
    }

    private static AccountId subject(CaseTask task) {
        return new AccountId(task.subject().orElseThrow(() -> new TaskUnavailable(task.id())));
    }

    private void record(String action, CaseTask task, UUID contact, String result) {
        trail.record(
                action,
                task.subject(),
                Optional.of(task.caseId().value()),
                result,
                Map.of("contact", contact.toString()));
    }
}
