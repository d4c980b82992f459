package org.sekisho.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;

/** The directory of accounts. */
public interface Accounts {

    Optional<Account> find(AccountId id);

    /**
     * An account that must exist.
     *
     * @throws IllegalStateException where it does not
     */
    Account get(AccountId id);

    /** The accounts among the ids that exist, in one query. */
    Map<AccountId, Account> findAll(Collection<AccountId> ids);

    Optional<Account> find(CommonId commonId);

    /** The addresses that an import has taken from an account since a moment, and that it does not have any more. */
    List<EmailAddress> formerAddresses(AccountId id, Instant since);

    /** The active approvers of a unit, by common id. */
    List<Account> approversOf(String unit);

    /** The active accounts with a role, by name. */
    List<Account> with(Role role);

    /**
     * The accounts whose common ID is the text or begins with it, or whose name contains it, in any case of letters; in the order
     * of their common IDs.
     *
     * @param text at least one letter or digit; a blank one finds nothing
     * @param most how many are wanted at most
     */
    List<AccountId> search(String text, int most);

    /** The language in which everything sent to the person is written; told by the person. */
    void choose(AccountId id, Language language);
}
