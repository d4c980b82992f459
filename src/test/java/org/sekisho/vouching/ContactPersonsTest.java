package org.sekisho.vouching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.sekisho.vouching.ContactPersons.Naming;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class ContactPersonsTest {

    @Autowired
    ContactPersons persons;

    @Autowired
    Vouchers vouchers;

    @Autowired
    TestVouchers people;

    @Autowired
    Accounts directory;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Enforcement enforcement;

    @Autowired
    Freezes freezes;

    @Autowired
    FreshFactor fresh;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Account person;
    private AccountId friend;

    @BeforeEach
    void a_person_and_somebody_who_knows_them() {
        friend = people.settled();
        person = accounts.create(account -> account.address("known@example.ac.jp"));
        apps.enroll(person.id());
        enforcement.begin(person.id());
    }

    @Test
    void who_is_named_behind_a_fresh_proof_can_vouch_two_weeks_later_and_both_are_told() {
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            assertThatThrownBy(() -> persons.registered(idOf(friend))).isInstanceOf(ProofNeeded.class);
            fresh.proved(person.id(), at.person().session());
            assertThat(persons.registered(idOf(friend))).isEqualTo(Naming.NAMED);
            assertThat(persons.registered(idOf(friend))).isEqualTo(Naming.ALREADY_NAMED);
            assertThat(persons.named()).singleElement().satisfies(named -> {
                assertThat(named.commonId()).isEqualTo(idOf(friend));
                assertThat(named.countsFrom()).isEqualTo(clock.instant().plus(Duration.ofDays(14)));
            });
        }
        assertThat(vouchers.of(person)).isEmpty();
        clock.advance(Duration.ofDays(14));
        assertThat(vouchers.of(person)).isEqualTo(Map.of(friend, Relation.CONTACT_PERSON));
        assertThat(subjects(person.id())).contains("A contact person was named for your account");
        assertThat(subjects(friend)).contains("You were named as a contact person");
    }

    @Test
    void removing_asks_for_a_proof_as_well_and_is_told() {
        UUID id = names(friend);
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            assertThatThrownBy(() -> persons.removed(id)).isInstanceOf(ProofNeeded.class);
            fresh.proved(person.id(), at.person().session());
            persons.removed(UUID.randomUUID());
            assertThat(persons.named()).hasSize(1);
            persons.removed(id);
            assertThat(persons.named()).isEmpty();
        }
        assertThat(subjects(person.id())).contains("A contact person of your account was removed");
    }

    @Test
    void nobody_removes_the_contact_person_of_another() {
        UUID id = names(friend);
        AccountId other = people.settled();
        try (SignedInAs at = SignedInAs.holder(other)) {
            fresh.proved(other, at.person().session());
            persons.removed(id);
        }
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            assertThat(persons.named()).hasSize(1);
            assertThat(at.person().signedIn()).isTrue();
        }
    }

    @Test
    void whom_one_cannot_name_is_not_told_apart_and_tries_are_few() {
        Account shared = accounts.create(account -> account.shared());
        Account ended = accounts.create(account -> account.state(AccountState.ENDED));
        List<CommonId> impossible =
                List.of(person.commonId(), shared.commonId(), ended.commonId(), new CommonId("9999999999"));
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            fresh.proved(person.id(), at.person().session());
            impossible.forEach(id -> assertThat(persons.registered(id)).isEqualTo(Naming.NOT_POSSIBLE));
            assertThat(persons.registered(idOf(friend))).isEqualTo(Naming.NAMED);
            assertThat(persons.registered(idOf(friend))).isEqualTo(Naming.TOO_OFTEN);
        }
    }

    @Test
    void three_are_enough() {
        for (int number = 0; number < 3; number++) {
            names(people.settled());
        }
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            fresh.proved(person.id(), at.person().session());
            assertThat(persons.registered(idOf(friend))).isEqualTo(Naming.TOO_MANY);
        }
    }

    @Test
    void a_frozen_account_names_nobody() {
        transaction.executeWithoutResult(status -> freezes.freeze(person.id(), CaseId.next(), clock.instant()));
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            fresh.proved(person.id(), at.person().session());
            assertThatThrownBy(() -> persons.registered(idOf(friend))).isInstanceOf(ChangesRefused.class);
        }
    }

    @Test
    void whoever_has_set_up_a_method_lately_has_no_mfa_or_is_disputed_vouches_for_nobody() {
        AccountId manager = people.settled();
        Account employee = accounts.create(account -> account.manager(manager));
        assertThat(vouchers.of(employee)).isEqualTo(Map.of(manager, Relation.MANAGER));
        apps.enroll(manager);
        assertThat(vouchers.of(employee)).as("a new method besides the old one").isEmpty();
        clock.advance(Duration.ofDays(14));
        assertThat(vouchers.of(employee)).hasSize(1);
        transaction.executeWithoutResult(status -> freezes.freeze(manager, CaseId.next(), clock.instant()));
        assertThat(vouchers.of(employee)).isEmpty();

        Account plain =
                accounts.create(account -> account.manager(accounts.student().id()));
        assertThat(vouchers.of(plain)).as("a manager without MFA").isEmpty();
    }

    @Test
    void an_account_that_ends_is_named_no_more() {
        names(friend);
        clock.advance(Duration.ofDays(14));
        assertThat(vouchers.of(person)).hasSize(1);
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(friend)));
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            assertThat(persons.named()).isEmpty();
            assertThat(at.person().signedIn()).isTrue();
        }
    }

    @Test
    void what_was_named_in_somebody_elses_hand_is_undone() {
        UUID id = names(friend);
        transaction.executeWithoutResult(status -> {
            persons.drop(id, "disputed");
            persons.drop(id, "disputed");
        });
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            assertThat(persons.named()).isEmpty();
            assertThat(at.person().signedIn()).isTrue();
        }
    }

    private UUID names(AccountId somebody) {
        try (SignedInAs at = SignedInAs.holder(person.id())) {
            fresh.proved(person.id(), at.person().session());
            assertThat(persons.registered(idOf(somebody))).isEqualTo(Naming.NAMED);
            clock.advance(Duration.ofHours(1));
            return persons.named().get(persons.named().size() - 1).id();
        }
    }

    private CommonId idOf(AccountId account) {
        return directory.get(account).commonId();
    }

    private List<String> subjects(AccountId account) {
        return outgoing.of(account).stream().map(JdbcOutgoing.Waiting::subject).toList();
    }
}
