package org.sekisho.notice;

import java.time.Clock;
import java.util.Optional;
import org.sekisho.contact.Contact;
import org.sekisho.contact.ContactConfirmed;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.CodeSpent;
import org.sekisho.factor.FactorActivated;
import org.sekisho.factor.FactorDisabled;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorPreferred;
import org.sekisho.factor.FactorRenamed;
import org.sekisho.factor.FactorRevoked;
import org.sekisho.wording.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people when a method or a contact of theirs comes or goes (NIST SP 800-63B-4 §4.6). */
@Component
class LifeCycleNews {

    private final Notices notices;
    private final Contacts contacts;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;

    LifeCycleNews(Notices notices, Contacts contacts, Accounts accounts, Messages messages, Clock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void on(FactorActivated activated) {
        notices.tell(
                activated.account(),
                Optional.empty(),
                "method-added",
                activated.factor().toString(),
                nameOf(activated.account(), activated.kind()));
    }

    @EventListener
    void on(FactorRevoked revoked) {
        notices.tell(
                revoked.account(),
                Optional.empty(),
                revoked.reason().equals("replaced") ? "method-replaced" : "method-removed",
                revoked.factor().toString(),
                nameOf(revoked.account(), revoked.kind()));
    }

    @EventListener
    void on(FactorRenamed renamed) {
        notices.tell(
                renamed.account(),
                Optional.empty(),
                "method-renamed",
                again(renamed.factor()),
                nameOf(renamed.account(), renamed.kind()));
    }

    @EventListener
    void on(FactorPreferred preferred) {
        notices.tell(
                preferred.account(),
                Optional.empty(),
                "method-preferred",
                again(preferred.factor()),
                nameOf(preferred.account(), preferred.kind()));
    }

    @EventListener
    void on(FactorDisabled disabled) {
        notices.tell(
                disabled.account(),
                Optional.empty(),
                "method-disabled",
                disabled.factor().toString(),
                nameOf(disabled.account(), disabled.kind()));
    }

    @EventListener
    void on(CodeSpent spent) {
        notices.tell(
                spent.account(),
                Optional.empty(),
                "code-spent",
                spent.factor() + "-" + spent.left(),
                nameOf(spent.account(), spent.kind()),
                spent.left());
    }

    @EventListener
    void on(ContactConfirmed confirmed) {
        String masked = contacts.confirmed(confirmed.account()).stream()
                .filter(contact -> contact.id().equals(confirmed.contact()))
                .map(Contact::address)
                .findFirst()
                .orElseThrow()
                .masked();
        notices.tell(
                confirmed.account(),
                Optional.empty(),
                "contact-confirmed",
                confirmed.contact().toString(),
                masked);
    }

    /** What can happen to a method more than once is told each time. */
    private String again(FactorId factor) {
        return factor + "-" + clock.instant().toEpochMilli();
    }

    private String nameOf(AccountId account, String kind) {
        return messages.text(accounts.get(account).language(), "factor." + kind + ".name");
    }
}
