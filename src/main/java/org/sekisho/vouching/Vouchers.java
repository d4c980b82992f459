package org.sekisho.vouching;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.verification.Enforcement;
import org.springframework.stereotype.Component;

/** Who can vouch for whom. */
@Component
class Vouchers {

    private final Accounts accounts;
    private final JdbcContactPersons contactPersons;
    private final Enforcement enforcement;
    private final Factors factors;
    private final FactorCatalog catalog;
    private final Freezes freezes;
    private final VouchingProperties policy;
    private final Clock clock;

    Vouchers(
            Accounts accounts,
            JdbcContactPersons contactPersons,
            Enforcement enforcement,
            Factors factors,
            FactorCatalog catalog,
            Freezes freezes,
            VouchingProperties policy,
            Clock clock) {
        this.accounts = accounts;
        this.contactPersons = contactPersons;
        this.enforcement = enforcement;
        this.factors = factors;
        this.catalog = catalog;
        this.freezes = freezes;
        this.policy = policy;
        this.clock = clock;
    }

    /** Those who can vouch for a person now, the manager first; who is both counts as the manager. */
    Map<AccountId, Relation> of(Account person) {
        Map<AccountId, Relation> known = new LinkedHashMap<>();
        person.manager().ifPresent(manager -> known.put(manager, Relation.MANAGER));
        contactPersons.of(person.id()).stream()
                .filter(named -> !named.registeredAt().isAfter(settled()))
                .forEach(named -> known.putIfAbsent(named.person(), Relation.CONTACT_PERSON));
        known.remove(person.id());
        known.keySet().removeIf(voucher -> !mayVouch(voucher));
        return known;
    }

    /**
     * Whether somebody is who they say beyond doubt: MFA is on, nothing about the account is disputed, and none of their methods
     * was set up lately. Whoever has just taken an account over vouches for nobody.
     */
    boolean mayVouch(AccountId voucher) {
        boolean inGoodStanding = accounts.find(voucher)
                .filter(account -> account.state() == AccountState.ACTIVE && !account.shared())
                .isPresent();
        if (!inGoodStanding || !enforcement.isOn(voucher) || freezes.of(voucher).isPresent()) {
            return false;
        }
        List<Factor> methods = factors.bound(voucher).stream()
                .filter(method -> catalog.traits(method).signIn())
                .toList();
        return !methods.isEmpty()
                && methods.stream().allMatch(method -> method.activatedAt()
                        .filter(since -> !since.isAfter(settled()))
                        .isPresent());
    }

    private Instant settled() {
        return clock.instant().minus(policy.settledAfter());
    }
}
