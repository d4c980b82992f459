package org.sekisho.notice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Text;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.seal.Anchor;
import org.sekisho.seal.Finding;
import org.sekisho.seal.HeadAnchored;
import org.sekisho.seal.TrailBroken;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the head of the trail to the notary, and tells those who audit when the trail is not as it was sealed. */
@Component
class TrailNews {

    private final Notices notices;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Messages messages;
    private final NoticeProperties properties;
    private final Clock clock;

    TrailNews(
            Notices notices,
            Accounts accounts,
            Outbox outbox,
            Messages messages,
            NoticeProperties properties,
            Clock clock) {
        this.notices = notices;
        this.accounts = accounts;
        this.outbox = outbox;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    /** In both languages, for nobody knows which one a notary reads. */
    @EventListener
    void on(HeadAnchored anchored) {
        Anchor anchor = anchored.anchor();
        String block = Long.toString(anchor.block());
        String subject = messages.text(Language.EN, "notice.anchor.subject", block) + " / "
                + messages.text(Language.JA, "notice.anchor.subject", block);
        String body = String.join(
                "\n\n",
                anchor.toString(),
                messages.text(Language.EN, "notice.anchor.body", block, properties.site()),
                messages.text(Language.JA, "notice.anchor.body", block, properties.site()));
        outbox.enqueue(new Message(
                "anchor/" + block + "/" + anchor.hash(),
                Message.Kind.NOTICE,
                Message.NOBODY,
                Optional.empty(),
                new Destination("mail", anchored.notary()),
                Text.of(Language.EN, subject, body + "\n"),
                clock.instant().plus(properties.keep())));
    }

    /** The same findings are told once, however often they are found again. */
    @EventListener
    void on(TrailBroken broken) {
        List<Finding> findings = broken.verdict().findings();
        String occasion = Integer.toHexString(
                findings.stream().map(Finding::toString).toList().hashCode());
        Role.AUDITING.stream()
                .flatMap(role -> accounts.with(role).stream())
                .map(Account::id)
                .distinct()
                .forEach(reader -> tell(reader, occasion, findings.size()));
    }

    private void tell(AccountId reader, String occasion, int findings) {
        notices.inform(reader, Optional.empty(), "trail-broken", occasion, findings);
    }
}
