package org.sekisho.workbench;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;

/** A directory without a database. */
final class PaperAccounts implements Accounts {

    private final Map<AccountId, Account> accounts = new HashMap<>();

    AccountId add(String name, Role... roles) {
        AccountId id = new AccountId(UUID.randomUUID());
        accounts.put(
                id,
                new Account(
                        id,
                        new CommonId("%010d".formatted(accounts.size() + 1)),
                        name,
                        "sci",
                        Affiliation.STUDENT,
                        Rank.ORDINARY,
                        false,
                        Optional.empty(),
                        Set.of(roles),
                        AccountState.ACTIVE,
                        Language.EN,
                        List.of(),
                        Optional.empty()));
        return id;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Account get(AccountId id) {
        return find(id).orElseThrow(IllegalStateException::new);
    }

    @Override
    public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
        Map<AccountId, Account> found = new HashMap<>(accounts);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public Optional<Account> find(CommonId commonId) {
        return accounts.values().stream()
                .filter(account -> account.commonId().equals(commonId))
                .findFirst();
    }

    @Override
    public List<EmailAddress> formerAddresses(AccountId id, Instant since) {
        return List.of();
    }

    @Override
    public List<Account> approversOf(String unit) {
        return List.of();
    }

    @Override
    public List<Account> with(Role role) {
        return List.of();
    }

    @Override
    public List<AccountId> search(String text, int most) {
        return List.of();
    }

    @Override
    public void choose(AccountId id, Language language) {
        if (!accounts.containsKey(id)) {
            throw new IllegalStateException();
        }
    }
}
