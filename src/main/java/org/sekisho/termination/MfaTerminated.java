package org.sekisho.termination;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/** MFA of the account is off again. Published in the transaction that switches it off, before its methods end. */
public record MfaTerminated(AccountId account, CaseId because) {}
