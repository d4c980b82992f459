package org.sekisho.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;

/**
 * An account with what the directory knows of its person.
 *
 * @param unit the short code of the unit, such as {@code sci}; kebab case
 * @param shared whether several people use it, such as the mailbox of an office
 * @param addresses addresses that the organisation itself keeps for the person
 * @param passwordChangedAt when the password was last changed, where the directory knows
 */
public record Account(
        AccountId id,
        CommonId commonId,
        String name,
        String unit,
        Affiliation affiliation,
        Rank rank,
        boolean shared,
        Optional<AccountId> manager,
        Set<Role> roles,
        AccountState state,
        Language language,
        List<EmailAddress> addresses,
        Optional<Instant> passwordChangedAt) {

    public Account {
        roles = Set.copyOf(roles);
        addresses = List.copyOf(addresses);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return "account " + id;
    }
}
