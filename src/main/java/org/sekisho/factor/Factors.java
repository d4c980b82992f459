package org.sekisho.factor;

import java.util.List;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * The methods of all accounts. Changes join the transaction of the caller, publish their event and enter the trail. Beginning,
 * activating, renaming and preferring throw {@link ChangesRefused} while the account is frozen.
 */
public interface Factors {

    Optional<Factor> find(FactorId id);

    /** The active methods of an account, the default first, then the oldest. */
    List<Factor> active(AccountId account);

    /** The methods that an account has, the active ones first and then those that are suspended; each in the order of time. */
    List<Factor> bound(AccountId account);

    /** Begins a binding. The method is not usable before {@link #activate}. */
    void begin(FactorId id, AccountId account, String kind, CaseId boundIn);

    /** The person has proved it: it may be used from now on. The first one that may be the default is it. */
    void activate(FactorId id);

    /**
     * Gives an active method, or one being set up, the name that its person calls it by.
     *
     * @param name 1 to 80 characters
     */
    void rename(FactorId id, String name);

    /**
     * Makes an active method the default.
     *
     * @throws IllegalArgumentException where its kind may not be the default
     */
    void prefer(FactorId id);

    /**
     * Its person has lost it for now: an active method proves nothing any more until it is {@linkplain #resume taken up again}. A
     * frozen account is no hindrance.
     *
     * @return whether it is suspended now; the last active method by which the person can sign in is not
     */
    boolean suspend(FactorId id);

    /** A suspended method works again as before. Does nothing where it is not suspended. */
    void resume(FactorId id);

    /** Ends a method for good. Does nothing where it has ended already. */
    void revoke(FactorId id, String reason);

    /** Ends every method that was begun in a case. */
    void revokeBoundIn(CaseId caseId, String reason);

    /** Ends every method of an account. */
    void revokeAll(AccountId account, String reason);

    /** Too many failures in a row: the method cannot be used until it is bound again. */
    void disable(FactorId id);

    /**
     * The method was used now.
     *
     * @return whether it was active still
     */
    boolean used(FactorId id);
}
