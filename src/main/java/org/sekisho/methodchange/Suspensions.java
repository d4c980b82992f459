package org.sekisho.methodchange;

import java.util.Optional;
import java.util.Set;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.process.TaskId;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.OtherSessions;
import org.sekisho.security.Person;
import org.sekisho.verification.Verifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do at once about a method that they have lost, or found again (NIST SP 800-63B-4 §4.3). It is no case: it waits for
 * nobody, neither for another change that is open nor for a freeze to be lifted. Each needs a fresh proof by another method than
 * the one in question. Every call acts for the person signed in and for no other account.
 */
@Component
public class Suspensions {

    private final Factors factors;
    private final FactorCatalog catalog;
    private final Freezes freezes;
    private final Verifications verifications;
    private final OtherSessions sessions;
    private final CurrentUser user;

    Suspensions(
            Factors factors,
            FactorCatalog catalog,
            Freezes freezes,
            Verifications verifications,
            OtherSessions sessions,
            CurrentUser user) {
        this.factors = factors;
        this.catalog = catalog;
        this.freezes = freezes;
        this.verifications = verifications;
        this.sessions = sessions;
        this.user = user;
    }

    /** What became of the wish. */
    public enum Answer {
        DONE,
        /** The person has to prove another method first. */
        PROOF_NEEDED,
        /** There is no other method by which the person can sign in: that is a matter of recovery. */
        LAST_METHOD,
        /** There is no such method, or nothing of the kind can be done about it. */
        NOT_POSSIBLE
    }

    /** A method of the person that signs in, active or suspended. */
    @Transactional(readOnly = true)
    public Optional<Factor> method(FactorId id) {
        return factors.bound(user.get().account()).stream()
                .filter(factor -> factor.id().equals(id))
                .filter(factor -> catalog.traits(factor).signIn())
                .findFirst();
    }

    /** Whether the person can sign in with no other method. */
    @Transactional(readOnly = true)
    public boolean isLast(FactorId id) {
        return factors.active(user.get().account()).stream()
                .filter(factor -> !factor.id().equals(id))
                .noneMatch(factor -> catalog.traits(factor).signIn());
    }

    /** Whether the person must prove another method before anything is done about this one. */
    @Transactional(readOnly = true)
    public boolean needsProof(FactorId id) {
        Person person = user.get();
        Set<FactorId> proved = verifications.provedLately(person.account(), person.session());
        return factors.active(person.account()).stream()
                .map(Factor::id)
                .filter(proved::contains)
                .allMatch(id::equals);
    }

    /**
     * Starts the proof of another method; the screen comes back to the route afterwards.
     *
     * @param id the method in question, which is not asked for
     */
    public TaskId prove(FactorId id, String returnRoute) {
        Person person = user.get();
        return verifications.stepUpWithout(id, person.account(), person.session(), returnRoute);
    }

    /** The person has lost the method: it proves nothing any more, and whoever else is signed in is not any more. */
    @Transactional
    public Answer lost(FactorId id) {
        Optional<Factor> method = method(id);
        if (method.isEmpty()) {
            return Answer.NOT_POSSIBLE;
        }
        if (isLast(id)) {
            return Answer.LAST_METHOD;
        }
        if (needsProof(id)) {
            return Answer.PROOF_NEEDED;
        }
        if (!factors.suspend(id)) {
            return Answer.LAST_METHOD;
        }
        sessions.end(method.get().account());
        return Answer.DONE;
    }

    /**
     * The person has found the method again: it works as before.
     *
     * @throws ChangesRefused where the account is frozen
     */
    @Transactional
    public Answer found(FactorId id) {
        Optional<Factor> method = method(id);
        if (method.isEmpty()) {
            return Answer.NOT_POSSIBLE;
        }
        freezes.demandNone(method.get().account());
        if (needsProof(id)) {
            return Answer.PROOF_NEEDED;
        }
        factors.resume(id);
        return Answer.DONE;
    }
}
