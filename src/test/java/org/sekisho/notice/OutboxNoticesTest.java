package org.sekisho.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.channel.JdbcOutgoing.Waiting;
import org.sekisho.directory.Account;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Language;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class OutboxNoticesTest {

    private static final Pattern SUBJECT = Pattern.compile("notice\\.(.+)\\.subject");

    private final CaseId caseId = CaseId.next();
    private final String first = UUID.randomUUID() + "@example.ac.jp";
    private final String second = UUID.randomUUID() + "@example.org";

    @Autowired
    private Notices notices;

    @Autowired
    private Factors factors;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void news_goes_to_every_known_address_once() {
        Account person = person(Language.EN);

        tell(person, "mfa-active", "");
        tell(person, "mfa-active", "");

        assertThat(outgoing.of(person.id())).extracting(Waiting::address).containsExactlyInAnyOrder(first, second);
        tell(person, "mfa-active", "again");
        assertThat(outgoing.of(person.id())).hasSize(4);
    }

    @Test
    void addresses_that_differ_in_case_alone_are_one() {
        Account person =
                accounts.create(account -> account.address(first).address(first.toUpperCase(java.util.Locale.ROOT)));

        tell(person, "mfa-active", "");

        assertThat(outgoing.of(person.id())).hasSize(1);
    }

    @Test
    void news_says_what_happened_when_and_what_to_do_if_it_was_not_you() {
        Account person = person(Language.EN);

        tell(person, "activation-scheduled", "", Instant.parse("2026-04-01T03:30:00Z"));

        Waiting mail = outgoing.of(person.id()).get(0);
        assertThat(mail.subject()).isEqualTo("MFA will be active soon");
        assertThat(mail.body())
                .startsWith("Dear " + person.name() + ",")
                .contains("1 April 2026, 12:30 JST", "When:", "If this was not you", "03-0000-0000");
    }

    @Test
    void a_person_is_written_to_in_their_own_language() {
        Account person = person(Language.JA);

        tell(person, "activation-scheduled", "", Instant.parse("2026-04-01T03:30:00Z"));

        Waiting mail = outgoing.of(person.id()).get(0);
        assertThat(mail.subject()).isEqualTo("まもなく多要素認証が有効になります");
        assertThat(mail.body()).contains("2026年4月1日 12:30 JST", "お心当たりがない場合は");
    }

    @Test
    void a_method_that_comes_or_goes_is_told() {
        Account person = person(Language.EN);
        FactorId factor = FactorId.next();

        transaction.executeWithoutResult(status -> {
            factors.begin(factor, person.id(), "totp", caseId);
            factors.activate(factor);
        });
        transaction.executeWithoutResult(status -> factors.revoke(factor, "lost"));

        assertThat(outgoing.of(person.id()))
                .extracting(Waiting::subject)
                .containsExactlyInAnyOrder(
                        "A method was added to your account",
                        "A method was added to your account",
                        "A method was removed from your account",
                        "A method was removed from your account");
    }

    @Test
    void what_is_asked_of_a_person_is_not_followed_by_the_question_whether_it_was_them() {
        Account person = person(Language.EN);

        transaction.executeWithoutResult(
                status -> notices.inform(person.id(), Optional.of(caseId), "setup-reminder", ""));

        assertThat(outgoing.of(person.id()).get(0).body())
                .doesNotContain("If this was not you")
                .contains("03-0000-0000");
    }

    @ParameterizedTest
    @EnumSource
    void every_news_has_its_texts_and_fills_every_place_in_them(Language language) {
        List<String> all = ResourceBundle.getBundle("i18n.notice_en").keySet().stream()
                .map(SUBJECT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
        assertThat(all).contains("mfa-active", "recovery-overdue");
        for (String news : all) {
            Account person =
                    accounts.create(account -> account.language(language).address(first));

            tell(person, news, "", 1, 2, 3, 4);

            assertThat(outgoing.of(person.id())).as(news).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).doesNotContain("{");
                assertThat(mail.body()).doesNotContain("{", "notice.");
            });
        }
    }

    private Account person(Language language) {
        return accounts.create(
                account -> account.language(language).address(first).address(second));
    }

    private void tell(Account person, String news, String occasion, Object... arguments) {
        transaction.executeWithoutResult(
                status -> notices.tell(person.id(), Optional.of(caseId), news, occasion, arguments));
    }
}
