package org.sekisho.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;

/**
 * One account as an import has it.
 *
 * @param line where the row begins, from 1
 * @param roles what the person may do beyond holding the account
 * @param passwordHash a password in the form {@code {id}hash}
 */
record DirectoryRow(
        long line,
        CommonId commonId,
        String name,
        String unit,
        Affiliation affiliation,
        Rank rank,
        boolean shared,
        Optional<CommonId> manager,
        Set<Role> roles,
        AccountState state,
        Language language,
        List<EmailAddress> addresses,
        Optional<Instant> passwordChangedAt,
        Optional<String> passwordHash) {

    DirectoryRow {
        roles = Set.copyOf(roles);
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "row in line " + line;
    }
}
