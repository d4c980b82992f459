package org.sekisho.throttle;

import java.util.List;

/**
 * Counts failures exactly, shared between nodes and under parallel guessing: a try is counted in its own short transaction
 * <em>before</em> it is compared (NIST SP 800-63B-4 §3.2.2), so that of any number of parallel wrong guesses exactly the
 * limit is compared.
 *
 * <p>Must be called outside any transaction: an inner one would hold two connections and starve the pool under load.
 */
public interface Throttle {

    /**
     * Counts a try against all limits at once, or against none.
     *
     * @throws IllegalStateException where a transaction is open
     */
    Verdict take(List<Limit> limits);

    /** The try was right: failures of these limits in a row start again at zero. */
    void succeeded(List<Limit> limits);

    /** The try was neither right nor a guess: takes back what {@link #take} counted. */
    void giveBack(List<Limit> limits);

    /** How many failures a subject has had in a row. */
    int failures(String subject);

    /** Forgets a subject that no longer exists. Joins a transaction where one is open. */
    void forget(String subject);
}
