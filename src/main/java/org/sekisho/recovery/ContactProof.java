package org.sekisho.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Text;
import org.sekisho.contact.Contact;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Quota;
import org.sekisho.throttle.Quotas;
import org.sekisho.verification.ChallengeId;
import org.sekisho.verification.Codes;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A code sent to the contacts that can speak for the person of a recovery (NIST SP 800-63B-4 §4.2.1.2). Whoever asks is not told
 * which contacts there are, nor whether there are any.
 */
@Component
public class ContactProof {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MOST_PER_HOUR = 3;

    private final Recoveries recoveries;
    private final Contacts contacts;
    private final Codes codes;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Quotas quotas;
    private final Messages messages;
    private final TransactionOperations transaction;

    ContactProof(
            Recoveries recoveries,
            Contacts contacts,
            Codes codes,
            Outbox outbox,
            Accounts accounts,
            Evidence evidence,
            Quotas quotas,
            Messages messages,
            TransactionOperations transaction) {
        this.recoveries = recoveries;
        this.contacts = contacts;
        this.codes = codes;
        this.outbox = outbox;
        this.accounts = accounts;
        this.evidence = evidence;
        this.quotas = quotas;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * Sends a code, which voids an earlier one, to each contact that is old enough and was set behind a fresh proof. Called outside
     * any transaction.
     *
     * @return whether it was allowed: three codes an hour
     * @throws org.sekisho.process.TaskUnavailable where the task is gone or not the person's
     */
    public boolean asked(TaskId id) {
        CaseTask task = recoveries.own(id);
        AccountId account = new AccountId(task.subject().orElseThrow());
        Quota quota = new Quota("recovery:contact-code:" + account, AN_HOUR, MOST_PER_HOUR, 1);
        if (quotas.use(List.of(quota)) instanceof Quotas.Verdict.Exceeded) {
            return false;
        }
        transaction.executeWithoutResult(status -> send(task.caseId(), accounts.get(account)));
        return true;
    }

    private void send(CaseId caseId, Account account) {
        List<Contact> trusted = contacts.trusted(account.id());
        if (trusted.isEmpty()) {
            return;
        }
        Codes.IssuedCode issued = codes.issue(challenge(caseId));
        String body = messages.text(
                account.language(),
                "recovery.mail.code.body",
                account.name(),
                issued.code().reveal());
        for (Contact contact : trusted) {
            outbox.enqueue(new Message(
                    caseId + "/contact-code/" + contact.id() + "-" + issued.round(),
                    Message.Kind.CODE,
                    account.id(),
                    Optional.of(caseId),
                    new Destination("mail", contact.address().value()),
                    Text.of(account.language(), messages.text(account.language(), "recovery.mail.code.subject"), body),
                    issued.expiresAt()));
        }
    }

    /**
     * The person has entered the code. Called outside any transaction.
     *
     * @throws org.sekisho.process.TaskUnavailable where the task is gone or not the person's
     */
    public CodeResult entered(TaskId id, Secret<String> code) {
        CaseTask task = recoveries.own(id);
        CodeResult result = codes.consume(challenge(task.caseId()), code);
        if (result instanceof CodeResult.Right) {
            evidence.add(
                    task.caseId(),
                    new AccountId(task.subject().orElseThrow()),
                    EvidenceKind.CONTACT_CODE,
                    Optional.empty(),
                    "contact");
        }
        return result;
    }

    private static ChallengeId challenge(CaseId caseId) {
        return new ChallengeId(caseId.value());
    }
}
