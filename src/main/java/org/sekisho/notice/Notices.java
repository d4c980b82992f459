package org.sekisho.notice;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/** Tells people what happens to their accounts, at every address known (NIST SP 800-63B-4 §4.6). */
public interface Notices {

    /**
     * Writes to all known addresses of the account, in its person's language. Joins the transaction of the caller; telling
     * the same news of the same case under the same occasion twice sends it once.
     *
     * @param news names the texts {@code notice.<news>.subject} and {@code notice.<news>.body}, in kebab case; the body is
     *     given the person's name as {@code {0}} and then the arguments
     * @param occasion tells repetitions apart, such as a round; empty where the news can happen once in a case
     */
    void tell(AccountId account, Optional<CaseId> caseId, String news, String occasion, Object... arguments);

    /**
     * Writes, as {@link #tell} does, of what is asked of the person or concerns their work, not of what has happened to their
     * account: whether it was them is no question there.
     */
    void inform(AccountId account, Optional<CaseId> caseId, String news, String occasion, Object... arguments);

    /**
     * Writes of a change to methods or contacts as {@link #tell} does, with a link of its own in each mail by which its reader
     * can say that the change was not theirs.
     *
     * @param subject the method or the contact that has changed
     */
    void tellChange(AccountId account, UUID subject, String news, String occasion, Object... arguments);

    /**
     * Writes of a change as {@link #tellChange} does, also to addresses that were taken away a short while ago (30 days by
     * default): whoever takes an account over may have put others in their place.
     */
    void tellChangeEverywhere(AccountId account, UUID subject, String news, String occasion, Object... arguments);
}
