package org.sekisho.directory;

/** Gives roles apart from the import: how the first administrator comes to be. */
public interface Invitations {

    /**
     * Gives a role, which later imports do not take back. Giving it twice changes nothing.
     *
     * @throws IllegalArgumentException where the account does not exist or is not in good standing
     */
    void invite(AccountId account, Role role);
}
