package org.sekisho.factor;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One method that one case asks to be proved. What answers one challenge is worth nothing for another: a code that was sent
 * for the sign-in of one browser does not sign in a second one.
 */
public record Challenge(FactorId factor, AccountId account, CaseId caseId) {}
