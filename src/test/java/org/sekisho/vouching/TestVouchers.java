package org.sekisho.vouching;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People who may vouch, in the hands of tests. */
@Component
@Profile("test")
public class TestVouchers {

    private final Vouchings vouchings;
    private final JdbcContactPersons contactPersons;
    private final TaskInbox inbox;
    private final FreshFactor fresh;
    private final TestAccounts accounts;
    private final TestApps apps;
    private final Enforcement enforcement;
    private final MutableClock clock;

    TestVouchers(
            Vouchings vouchings,
            JdbcContactPersons contactPersons,
            TaskInbox inbox,
            FreshFactor fresh,
            TestAccounts accounts,
            TestApps apps,
            Enforcement enforcement,
            MutableClock clock) {
        this.vouchings = vouchings;
        this.contactPersons = contactPersons;
        this.inbox = inbox;
        this.fresh = fresh;
        this.accounts = accounts;
        this.apps = apps;
        this.enforcement = enforcement;
        this.clock = clock;
    }

    /** Somebody has long been named to vouch for an account. */
    public UUID named(AccountId account, AccountId person) {
        ContactPerson named = new ContactPerson(UUID.randomUUID(), account, person, clock.instant());
        contactPersons.add(named);
        return named.id();
    }

    /** Whether what was named still is. */
    public boolean isNamed(UUID id) {
        return contactPersons.find(id).isPresent();
    }

    /** Somebody with MFA whose methods have long been set up. */
    public AccountId settled(Role... roles) {
        AccountId account = withNewMethod(roles);
        clock.advance(Duration.ofDays(15));
        return account;
    }

    /** Somebody with MFA that was set up just now. */
    public AccountId withNewMethod(Role... roles) {
        AccountId account = accounts.create(person -> person.affiliation(Affiliation.STAFF)
                        .rank(Rank.PRIVILEGED)
                        .address("voucher@example.ac.jp")
                        .roles(roles))
                .id();
        apps.enroll(account);
        enforcement.begin(account);
        return account;
    }

    /** The question that waits for somebody in a recovery. */
    public Optional<CaseId> question(CaseId recovery, AccountId voucher) {
        return vouchings.of(recovery).stream()
                .filter(vouching -> vouching.voucher().equals(voucher))
                .filter(vouching -> vouching.state() == VouchingState.ASKED)
                .map(Vouching::caseId)
                .findFirst();
    }

    /** Answers behind a fresh proof. */
    public boolean answers(CaseId recovery, AccountId voucher, VouchAnswer answer) {
        CaseId question = question(recovery, voucher).orElseThrow();
        try (SignedInAs at = SignedInAs.holder(voucher)) {
            fresh.proved(voucher, at.person().session());
            return vouchings.answered(task(question), answer);
        }
    }

    /** The task of a question that whoever acts sees. */
    TaskId task(CaseId question) {
        List<TaskId> tasks =
                inbox.ofCase(question).stream().map(task -> task.id()).toList();
        if (tasks.size() != 1) {
            throw new AssertionError("tasks of " + question + ": " + tasks);
        }
        return tasks.get(0);
    }
}
