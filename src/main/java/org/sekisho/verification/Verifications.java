package org.sekisho.verification;

import java.util.Set;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.process.TaskId;
import org.sekisho.security.SessionKey;

/** Starts proofs of a factor within a session. */
public interface Verifications {

    /**
     * Whether the account must prove a factor before it changes anything: it has an active method, and this session has
     * not proved one a short while ago.
     */
    boolean needsProof(AccountId account, SessionKey session);

    /**
     * Starts a case of purpose {@link VerificationPurpose#STEP_UP}.
     *
     * @param returnRoute where the screen leads after success, such as {@code tasks/<id>}
     * @return its first task
     */
    TaskId stepUp(AccountId account, SessionKey session, String returnRoute);

    /**
     * Starts a case as {@link #stepUp} does, and asks first for another method than the one that the person says they have lost.
     */
    TaskId stepUpWithout(FactorId lost, AccountId account, SessionKey session, String returnRoute);

    /**
     * The methods that this session has proved within the time that a proof may take (ten minutes by default). A fresh proof
     * says that there was one; this says by what.
     */
    Set<FactorId> provedLately(AccountId account, SessionKey session);
}
