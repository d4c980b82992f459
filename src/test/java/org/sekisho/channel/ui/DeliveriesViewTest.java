package org.sekisho.channel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.CarrierReports;
import org.sekisho.channel.Destination;
import org.sekisho.channel.JdbcSentOutgoing;
import org.sekisho.channel.Message;
import org.sekisho.channel.MessageState;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Text;
import org.sekisho.directory.Account;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff see of messages that did not get through. */
@SekishoTest
class DeliveriesViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private CarrierReports reports;

    @Autowired
    private JdbcSentOutgoing outgoing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    private final CaseId caseId = CaseId.next();

    @Test
    void agents_see_what_the_network_refused_without_number_and_text() {
        Account person = accounts.create(account -> {});
        String id = refused(person).toString();

        String shown = screenOf(Role.HELPDESK);

        assertThat(shown)
                .contains(id, caseId.toString(), "The network refused it", "All carriers work.")
                .doesNotContain("9012341234", "Your code");
    }

    @Test
    void who_is_no_agent_does_not_see_it() {
        Account person = accounts.create(account -> {});
        String id = refused(person).toString();

        assertThat(screenOf(Role.APPROVER)).doesNotContain(id);
    }

    private String screenOf(Role role) {
        Account agent = accounts.create(account -> account.roles(role));
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), role);
                Browserless browser = Browserless.open(context)) {
            browser.visit("deliveries");
            return browser.text();
        }
    }

    private UUID refused(Account person) {
        String key = "deliveries/" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.enqueue(new Message(
                key,
                Message.Kind.CODE,
                person.id(),
                Optional.of(caseId),
                new Destination("sms", "+819012341234"),
                Text.brief(Language.EN, "Your code is 314159."),
                clock.instant().plus(Duration.ofMinutes(10)))));
        UUID id = outgoing.sentUnder(key, "SM1");
        reports.report(id, "SM1", MessageState.UNDELIVERED);
        return id;
    }
}
