package org.sekisho.factor.apppassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.Factors;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.apppassword.AppPasswordProperties.Service;
import org.sekisho.factor.apppassword.TestAppPasswords.Made;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.methodchange.Change;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.methodchange.MethodChanges.Answer;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.Browser;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Verification;
import org.sekisho.verification.Verifications;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What an app password is, and what it is not: it neither signs in nor counts as a method that does. */
@SekishoTest
class AppPasswordTest {

    private static final Duration LIFE = Duration.ofMinutes(30);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private FactorCatalog catalog;

    @Autowired
    private Factors factors;

    @Autowired
    private MethodOffer offer;

    @Autowired
    private MethodChanges changes;

    @Autowired
    private Verification verification;

    @Autowired
    private Verifications verifications;

    @Autowired
    private JdbcAppPasswords passwords;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private TestAppPasswords made;

    @Autowired
    private TransactionTemplate transaction;

    private Account account;

    @BeforeEach
    void somebody() {
        account = accounts.student();
    }

    @Test
    void it_has_99_bits_in_groups_without_letters_that_look_alike() {
        List<String> all = Stream.generate(() -> AppPassword.random(new SecureRandom()))
                .limit(500)
                .map(Secret::reveal)
                .toList();
        assertThat(all)
                .doesNotHaveDuplicates()
                .allMatch(one -> one.matches("([2-9a-hjkmnp-z]{4}-){4}[2-9a-hjkmnp-z]{4}"));
        assertThat(String.join("", all).chars().distinct().count()).isEqualTo(31 + 1);
    }

    @Test
    void it_is_never_asked_for_at_sign_in_and_never_right_there() {
        Made mail = made.make(account.id(), "Mail");
        apps.enroll(account.id());
        FactorType type = catalog.type("apppassword");
        assertThat(type.check(new Challenge(mail.factor(), account.id(), CaseId.next()), mail.password()))
                .isEqualTo(Check.WRONG);
        Browser browser = new Browser(context);
        assertThat(browser.signsIn(account.commonId().value(), mail.password().reveal()))
                .hasValue("/login?error");
        assertThat(browser.person()).isEmpty();
        try (SignedInAs person = SignedInAs.holder(account.id())) {
            TaskId proof = verifications.stepUp(account.id(), person.person().session(), "methods");
            assertThat(verification.methods(inbox.find(proof).orElseThrow()))
                    .extracting(Factor::kind)
                    .containsExactly("totp");
        }
    }

    @Test
    void it_is_neither_the_first_nor_the_default() {
        assertThat(offer.kinds(account.id(), Optional.empty()))
                .extracting(FactorType::kind)
                .doesNotContain("apppassword");
        Made mail = made.make(account.id(), "Mail");
        assertThat(factors.active(account.id())).noneMatch(Factor::preferred);
        apps.enroll(account.id());
        assertThat(factors.active(account.id()).get(0).kind()).isEqualTo("totp");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> factors.prefer(mail.factor())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(offer.kinds(account.id(), Optional.empty()))
                .extracting(FactorType::kind)
                .contains("apppassword");
    }

    @Test
    void beside_it_the_last_method_that_signs_in_is_still_the_last() {
        Made mail = made.make(account.id(), "Mail");
        FactorId app = apps.enroll(account.id());
        try (SignedInAs person = SignedInAs.holder(account.id())) {
            assertThat(changes.hasOnlyOne()).isTrue();
            assertThat(changes.requested(Change.REMOVE, Optional.of(app))).isEqualTo(Answer.LAST_METHOD);
            transaction.executeWithoutResult(
                    status -> fresh.proved(account.id(), person.person().session()));
            assertThat(changes.requested(Change.REMOVE, Optional.of(mail.factor())))
                    .isEqualTo(Answer.STARTED);
            assertThat(changes.leavesOnlyOne(
                            inbox.find(changes.currentTask().orElseThrow()).orElseThrow()))
                    .as("it is none of those that sign in")
                    .isFalse();
            assertThat(changes.removed(changes.currentTask().orElseThrow())).isTrue();
        }
        assertThat(passwords.find(List.of(mail.factor()), 1, mail.password())).isEmpty();
    }

    @Test
    void who_has_nothing_else_left_cannot_add_a_method_without_a_proof() {
        made.make(account.id(), "Mail");
        FactorId app = apps.enroll(account.id());
        transaction.executeWithoutResult(status -> factors.disable(app));
        try (SignedInAs person = SignedInAs.holder(account.id())) {
            assertThat(person.person().signedIn()).isTrue();
            assertThat(changes.canAdd()).isFalse();
            assertThat(changes.requested(Change.ADD, Optional.empty())).isEqualTo(Answer.NOT_POSSIBLE);
        }
    }

    @Test
    void a_new_name_follows_the_same_rule() {
        apps.enroll(account.id());
        Made mail = made.make(account.id(), "Mail");
        made.make(account.id(), "Phone");
        try (SignedInAs person = SignedInAs.holder(account.id())) {
            transaction.executeWithoutResult(
                    status -> fresh.proved(account.id(), person.person().session()));
            changes.requested(Change.RENAME, Optional.of(mail.factor()));
            TaskId task = changes.currentTask().orElseThrow();
            assertThat(changes.named(task, "My Mail")).hasValue("factor.apppassword.name.form");
            assertThat(changes.named(task, "phone")).hasValue("factor.apppassword.name.taken");
            assertThat(changes.named(task, " MAIL ")).isEmpty();
        }
        assertThat(factors.find(mail.factor()).orElseThrow().name()).hasValue("MAIL");
    }

    @Test
    void however_it_ends_its_secret_goes() {
        Made revoked = made.make(account.id(), "Mail");
        Made disabled = made.make(account.id(), "Phone");
        transaction.executeWithoutResult(status -> {
            factors.revoke(revoked.factor(), "lost");
            factors.disable(disabled.factor());
        });
        assertThat(passwords.find(List.of(revoked.factor()), 1, revoked.password()))
                .isEmpty();
        assertThat(passwords.find(List.of(disabled.factor()), 1, disabled.password()))
                .isEmpty();
    }

    @Test
    void none_can_be_made_beyond_the_policy_and_without_it() {
        made.make(account.id(), "Mail");
        List<Factor> present = factors.active(account.id());
        assertThat(type(true, 2).mayAdd(present)).isTrue();
        assertThat(type(true, 1).mayAdd(present)).isFalse();
        assertThat(type(false, 2).mayAdd(present)).isFalse();
    }

    @Test
    void a_policy_that_would_be_weak_refuses_to_start() {
        assertThatThrownBy(() -> new Service("mail", "too-short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Service("Mail server", "x".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class);
        Service mail = new Service("mail", "x".repeat(32));
        assertThat(mail).hasToString("mail");
        assertThatThrownBy(() -> new AppPasswordProperties(true, 10, List.of(mail, mail), LIFE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AppPasswordProperties(true, 0, List.of(mail), LIFE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AppPasswordFactor type(boolean enabled, int most) {
        return new AppPasswordFactor(passwords, new AppPasswordProperties(enabled, most, List.of(), LIFE));
    }
}
