package org.sekisho.security;

import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * A case, other than that of the sign-in, that a person works with the password alone: the way back of who has lost everything
 * else. Unlike a sign-in it may wait for others for days, and its person sees meanwhile where it stands.
 */
public interface HalfWayCase {

    /**
     * Asked when a sign-in case has ended without letting its person in: the case that the same browser goes on with.
     */
    Optional<CaseId> after(AccountId account, CaseId signInCase);

    /** The route of the page on which the person sees where the case stands; one for all cases of the kind. */
    String route();

    /** Whether the case is of this kind and the account's. */
    boolean isOf(AccountId account, CaseId caseId);
}
