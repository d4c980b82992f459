package org.sekisho.vouching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.notice.Notices;
import org.sekisho.process.TaskId;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.throttle.Quota;
import org.sekisho.throttle.Quotas;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verifications;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whom people name to vouch for them, should they lose every method. Every call acts for the person signed in and for no other
 * account.
 */
@Component
public class ContactPersons {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcContactPersons contactPersons;
    private final Accounts accounts;
    private final Enforcement enforcement;
    private final Freezes freezes;
    private final Verifications verifications;
    private final Quotas quotas;
    private final Notices notices;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final VouchingProperties policy;
    private final Clock clock;

    ContactPersons(
            JdbcContactPersons contactPersons,
            Accounts accounts,
            Enforcement enforcement,
            Freezes freezes,
            Verifications verifications,
            Quotas quotas,
            Notices notices,
            CurrentUser user,
            AuditTrail audit,
            TransactionOperations transaction,
            VouchingProperties policy,
            Clock clock) {
        this.contactPersons = contactPersons;
        this.accounts = accounts;
        this.enforcement = enforcement;
        this.freezes = freezes;
        this.verifications = verifications;
        this.quotas = quotas;
        this.notices = notices;
        this.user = user;
        this.audit = audit;
        this.transaction = transaction;
        this.policy = policy;
        this.clock = clock;
    }

    /** What became of the wish to name somebody. */
    public enum Naming {
        NAMED,
        /**
         * It is not the number of anybody who can be named: somebody else, active, with an account of their own. Which of these
         * it is, is not told.
         */
        NOT_POSSIBLE,
        ALREADY_NAMED,
        TOO_MANY,
        /** Too many tries today: nobody finds out who has an account by naming numbers. */
        TOO_OFTEN
    }

    /**
     * One whom the person has named.
     *
     * @param commonId by which the person named them
     * @param countsFrom when they can vouch
     */
    public record Named(UUID id, CommonId commonId, Instant countsFrom) {}

    /** Whether the person has MFA: without it there is nothing to recover. */
    public boolean isMfaOn() {
        return enforcement.isOn(me());
    }

    /** Whom the person has named, oldest first. */
    @Transactional(readOnly = true)
    public List<Named> named() {
        return contactPersons.of(me()).stream()
                .map(named -> new Named(
                        named.id(),
                        accounts.get(named.person()).commonId(),
                        named.registeredAt().plus(policy.settledAfter())))
                .toList();
    }

    /** Whether the person must prove a method before they change anything here. */
    public boolean needsProof() {
        Person person = user.get();
        return verifications.needsProof(person.account(), person.session());
    }

    /** Starts the proof of a method; the screen comes back to the route afterwards. */
    public TaskId prove(String returnRoute) {
        Person person = user.get();
        return verifications.stepUp(person.account(), person.session(), returnRoute);
    }

    /**
     * The person names somebody. Called outside any transaction.
     *
     * @throws ProofNeeded where no method was proved a short while ago
     * @throws ChangesRefused where the account is frozen
     */
    public Naming registered(CommonId commonId) {
        AccountId account = guarded();
        Quota tries = new Quota("vouching:named:" + account, A_DAY, policy.mostNamedPerDay(), 1);
        if (quotas.use(List.of(tries)) instanceof Quotas.Verdict.Exceeded) {
            return Naming.TOO_OFTEN;
        }
        if (contactPersons.of(account).size() >= policy.mostContactPersons()) {
            return Naming.TOO_MANY;
        }
        Optional<Account> person = accounts.find(commonId)
                .filter(found -> found.state() == AccountState.ACTIVE && !found.shared())
                .filter(found -> !found.id().equals(account));
        if (person.isEmpty()) {
            return Naming.NOT_POSSIBLE;
        }
        try {
            transaction.executeWithoutResult(status -> add(account, person.get().id()));
        } catch (DuplicateKeyException already) {
            return Naming.ALREADY_NAMED;
        }
        return Naming.NAMED;
    }

    private void add(AccountId account, AccountId person) {
        ContactPerson named = new ContactPerson(UUID.randomUUID(), account, person, clock.instant());
        contactPersons.add(named);
        record("vouching.contact-person-named", named, "named");
        notices.tellChange(
                account, named.id(), "contact-person-named", named.id().toString());
        notices.inform(
                person,
                Optional.empty(),
                "contact-person-asked",
                named.id().toString(),
                accounts.get(account).name());
    }

    /**
     * The person would rather not have somebody asked any more; does nothing where they have not named them.
     *
     * @throws ProofNeeded where no method was proved a short while ago
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public void removed(UUID id) {
        AccountId account = guarded();
        contactPersons.of(account).stream()
                .filter(named -> named.id().equals(id) && contactPersons.remove(id))
                .forEach(named -> {
                    record("vouching.contact-person-removed", named, "removed");
                    notices.tellChange(
                            account,
                            named.id(),
                            "contact-person-removed",
                            named.id().toString());
                });
    }

    /** Ends what was named in somebody else's hand; does nothing where it has ended. Joins the transaction of the caller. */
    @Transactional
    public void drop(UUID id, String reason) {
        contactPersons
                .find(id)
                .filter(named -> contactPersons.remove(id))
                .ifPresent(named -> record("vouching.contact-person-removed", named, reason));
    }

    private void record(String action, ContactPerson named, String result) {
        audit.record(
                action,
                Optional.of(named.account().value()),
                Optional.empty(),
                result,
                Map.of("person", named.person().toString()));
    }

    private AccountId guarded() {
        AccountId account = me();
        freezes.demandNone(account);
        if (!enforcement.isOn(account) || needsProof()) {
            throw new ProofNeeded();
        }
        return account;
    }

    private AccountId me() {
        return user.get().account();
    }
}
