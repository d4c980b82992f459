package org.sekisho.verification;

import org.sekisho.directory.AccountId;

/** Tells whose next sign-in is the trial of a new method; the process that runs trials implements it. */
public interface TrialAccounts {

    boolean isOnTrial(AccountId account);
}
