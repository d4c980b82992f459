package org.sekisho.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Text;
import org.sekisho.contact.Contact;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseId;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;

/** Writes one mail per known address into the outbox: what happened, when, and what to do if it was somebody else. */
@Component
class OutboxNotices implements Notices {

    /** Enough that the few addresses of one account never share a digest. */
    private static final int DIGEST_BYTES = 12;

    private final Accounts accounts;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Messages messages;
    private final Vault vault;
    private final JdbcDisputeLinks links;
    private final NoticeProperties properties;
    private final Clock clock;

    OutboxNotices(
            Accounts accounts,
            Contacts contacts,
            Outbox outbox,
            Messages messages,
            Vault vault,
            JdbcDisputeLinks links,
            NoticeProperties properties,
            Clock clock) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.outbox = outbox;
        this.messages = messages;
        this.vault = vault;
        this.links = links;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void tell(AccountId id, Optional<CaseId> caseId, String news, String occasion, Object... arguments) {
        tell(id, caseId, news, occasion, arguments, "notice.closing.security");
    }

    @Override
    public void inform(AccountId id, Optional<CaseId> caseId, String news, String occasion, Object... arguments) {
        tell(id, caseId, news, occasion, arguments, "notice.closing.plain");
    }

    private void tell(
            AccountId id, Optional<CaseId> caseId, String news, String occasion, Object[] arguments, String closing) {
        Account account = accounts.get(id);
        String closed = text(account, closing, helpdesk(account.language()));
        write(account, addressesOf(account), caseId, news, occasion, arguments, () -> closed);
    }

    @Override
    public void tellChange(AccountId id, UUID subject, String news, String occasion, Object... arguments) {
        Account account = accounts.get(id);
        tellChange(account, addressesOf(account), subject, news, occasion, arguments);
    }

    @Override
    public void tellChangeEverywhere(AccountId id, UUID subject, String news, String occasion, Object... arguments) {
        Account account = accounts.get(id);
        Instant since = clock.instant().minus(properties.formerAddresses());
        tellChange(
                account,
                distinct(Stream.concat(addressesOf(account).stream(), accounts.formerAddresses(id, since).stream())),
                subject,
                news,
                occasion,
                arguments);
    }

    private void tellChange(
            Account account,
            Collection<EmailAddress> addresses,
            UUID subject,
            String news,
            String occasion,
            Object... arguments) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(properties.disputable());
        ToldChange change = new ToldChange(UUID.randomUUID(), account.id(), news, subject, now, expiresAt);
        write(
                account,
                addresses,
                Optional.empty(),
                news,
                occasion,
                arguments,
                () -> text(
                        account,
                        "notice.closing.change",
                        properties.site() + DisputeLinks.ROUTE + "/"
                                + links.issue(change).reveal(),
                        time(account.language(), expiresAt),
                        helpdesk(account.language())));
    }

    /** Writes one mail to each address, each with a closing of its own; what was told before is not told again. */
    private void write(
            Account account,
            Collection<EmailAddress> addresses,
            Optional<CaseId> caseId,
            String news,
            String occasion,
            Object[] arguments,
            Supplier<String> closing) {
        Language language = account.language();
        Instant now = clock.instant();
        Object[] told = Stream.concat(Stream.of(account.name()), Arrays.stream(arguments))
                .map(argument -> argument instanceof Instant at ? time(language, at) : argument)
                .toArray();
        UUID event = caseId.map(CaseId::value).orElse(account.id().value());
        for (EmailAddress address : addresses) {
            String key = "notice/" + event + "/" + news + "/" + occasion + "/" + digest(account, address);
            if (outbox.state(key).isPresent()) {
                continue;
            }
            String body = String.join(
                    "\n\n",
                    text(account, "notice.greeting", account.name()),
                    text(account, "notice." + news + ".body", told),
                    text(account, "notice.when", time(language, now)),
                    closing.get(),
                    text(account, "notice.signature", properties.site()));
            outbox.enqueue(new Message(
                    key,
                    Message.Kind.NOTICE,
                    account.id(),
                    caseId,
                    new Destination("mail", address.value()),
                    Text.of(language, text(account, "notice." + news + ".subject", told), body + "\n"),
                    now.plus(properties.keep())));
        }
    }

    private String text(Account account, String key, Object... arguments) {
        return messages.text(account.language(), key, arguments);
    }

    private Collection<EmailAddress> addressesOf(Account account) {
        return distinct(Stream.concat(
                account.addresses().stream(),
                contacts.confirmed(account.id()).stream().map(Contact::address)));
    }

    private static Collection<EmailAddress> distinct(Stream<EmailAddress> addresses) {
        Map<String, EmailAddress> distinct = new LinkedHashMap<>();
        addresses.forEach(address -> distinct.putIfAbsent(address.value().toLowerCase(Locale.ROOT), address));
        return distinct.values();
    }

    private String helpdesk(Language language) {
        String hours = language == Language.JA ? properties.helpdeskHoursJa() : properties.helpdeskHours();
        return messages.text(language, "notice.helpdesk", properties.helpdeskPhone(), hours);
    }

    private String time(Language language, Instant at) {
        return DateTimeFormatter.ofPattern(
                        language == Language.JA ? "uuuu年M月d日 HH:mm z" : "d MMMM uuuu, HH:mm z", language.locale())
                .format(at.atZone(properties.zone()));
    }

    /** Tells the addresses of one account apart, and cannot be reversed. */
    private String digest(Account account, EmailAddress address) {
        String folded = account.id() + " " + address.value().toLowerCase(Locale.ROOT);
        byte[] digest = vault.digest(Secret.of(folded.getBytes(StandardCharsets.UTF_8)), "notice-address");
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }
}
