package org.sekisho.security;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One-time records that a sign-in case has been passed. A grant is bound to the session and the case that earned it, is
 * consumed once at {@code /sign-in/complete} and expires after a minute.
 */
public interface SignInGrants {

    /** Where the browser goes to consume its grant; a whole-page navigation, so that the session id can change. */
    String COMPLETE_ROUTE = "/sign-in/complete";

    /**
     * Writes the grant. Joins the transaction of the caller.
     *
     * @param withFactor whether a second factor was proved; otherwise the case let the person in with the password alone
     */
    void grant(AccountId account, SessionKey session, CaseId caseId, boolean withFactor);
}
