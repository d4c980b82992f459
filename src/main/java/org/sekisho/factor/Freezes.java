package org.sekisho.factor;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * Accounts whose methods and contacts stand still, because somebody has said that a change to them was not theirs. While an
 * account is frozen nothing can be bound, renamed, preferred or confirmed; signing in with a method that is bound stays
 * possible, and what is bound can be ended.
 */
public interface Freezes {

    /** Why and since when the account is frozen; empty where it is not. */
    Optional<Freeze> of(AccountId account);

    /**
     * Freezes the account until every case that asked for it has lifted its part. Joins the transaction of the caller and
     * publishes {@link AccountFrozen}; does nothing where the case has frozen the account already.
     *
     * @param suspectedSince from when on what was bound may be in the wrong hands
     */
    void freeze(AccountId account, CaseId because, Instant suspectedSince);

    /** The case no longer asks for it. Does nothing where it did not. */
    void lift(CaseId because);

    /**
     * Stands before every change.
     *
     * @throws ChangesRefused where the account is frozen
     */
    default void demandNone(AccountId account) {
        if (of(account).isPresent()) {
            throw new ChangesRefused();
        }
    }
}
