package org.sekisho.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.sekisho.contact.Contact;
import org.sekisho.contact.ContactConfirmed;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.CodeSpent;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorActivated;
import org.sekisho.factor.FactorDisabled;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorPreferred;
import org.sekisho.factor.FactorRenamed;
import org.sekisho.factor.FactorResumed;
import org.sekisho.factor.FactorRevoked;
import org.sekisho.factor.FactorSuspended;
import org.sekisho.factor.Factors;
import org.sekisho.wording.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people when a method or a contact of theirs comes or goes (NIST SP 800-63B-4 §4.6). */
@Component
class LifeCycleNews {

    private final Notices notices;
    private final Factors factors;
    private final Contacts contacts;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;

    LifeCycleNews(
            Notices notices, Factors factors, Contacts contacts, Accounts accounts, Messages messages, Clock clock) {
        this.notices = notices;
        this.factors = factors;
        this.contacts = contacts;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void on(FactorActivated activated) {
        notices.tellChange(
                activated.account(),
                activated.factor().value(),
                "method-added",
                activated.factor().toString(),
                nameOf(activated.account(), activated.kind()));
    }

    /** Who disputes a replacement disputes what has taken the place: the newest method. */
    @EventListener
    void on(FactorRevoked revoked) {
        boolean replaced = revoked.reason().equals("replaced");
        FactorId subject = factors.active(revoked.account()).stream()
                .filter(factor -> replaced)
                .max(Comparator.comparing(factor -> factor.activatedAt().orElse(Instant.MIN)))
                .map(Factor::id)
                .orElse(revoked.factor());
        notices.tellChange(
                revoked.account(),
                subject.value(),
                replaced ? "method-replaced" : "method-removed",
                revoked.factor().toString(),
                nameOf(revoked.account(), revoked.kind()));
    }

    @EventListener
    void on(FactorRenamed renamed) {
        notices.tellChange(
                renamed.account(),
                renamed.factor().value(),
                "method-renamed",
                again(renamed.factor()),
                nameOf(renamed.account(), renamed.kind()));
    }

    @EventListener
    void on(FactorPreferred preferred) {
        notices.tellChange(
                preferred.account(),
                preferred.factor().value(),
                "method-preferred",
                again(preferred.factor()),
                nameOf(preferred.account(), preferred.kind()));
    }

    @EventListener
    void on(FactorDisabled disabled) {
        notices.tellChange(
                disabled.account(),
                disabled.factor().value(),
                "method-disabled",
                disabled.factor().toString(),
                nameOf(disabled.account(), disabled.kind()));
    }

    @EventListener
    void on(FactorSuspended suspended) {
        notices.tellChange(
                suspended.account(),
                suspended.factor().value(),
                "method-suspended",
                again(suspended.factor()),
                nameOf(suspended.account(), suspended.kind()));
    }

    @EventListener
    void on(FactorResumed resumed) {
        notices.tellChange(
                resumed.account(),
                resumed.factor().value(),
                "method-resumed",
                again(resumed.factor()),
                nameOf(resumed.account(), resumed.kind()));
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
        notices.tellChange(
                confirmed.account(),
                confirmed.contact(),
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
