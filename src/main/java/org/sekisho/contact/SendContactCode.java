package org.sekisho.contact;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Text;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.verification.Codes;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;

/** Makes a new code for the address that the person has given, and puts it in the outbox. */
@Component
class SendContactCode implements ProcessStep {

    private final JdbcContacts contacts;
    private final Codes codes;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Messages messages;

    SendContactCode(JdbcContacts contacts, Codes codes, Outbox outbox, Accounts accounts, Messages messages) {
        this.contacts = contacts;
        this.codes = codes;
        this.outbox = outbox;
        this.accounts = accounts;
        this.messages = messages;
    }

    @Override
    public void run(StepContext context) {
        UUID contactId = context.get(ContactVariables.CONTACT_ID);
        PendingContact contact = contacts.pending(contactId)
                .orElseThrow(() -> new IllegalStateException("contact " + contactId + " is not waiting for a code"));
        Account account = accounts.get(contact.account());
        Codes.IssuedCode issued = codes.issue(contact.challenge());
        String key = context.caseId() + "/" + context.element() + "/" + contactId + "-" + issued.round();
        outbox.enqueue(new Message(
                key,
                Message.Kind.CODE,
                account.id(),
                Optional.of(context.caseId()),
                new Destination("mail", contact.address().value()),
                Text.of(
                        account.language(),
                        messages.text(account.language(), "contact.mail.subject"),
                        messages.text(
                                account.language(),
                                "contact.mail.body",
                                account.name(),
                                issued.code().reveal())),
                issued.expiresAt()));
        contacts.sent(contactId, key, issued.expiresAt());
    }
}
