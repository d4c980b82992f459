package org.sekisho.factor;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/** The methods and contacts of an account stand still from now on. Published in the transaction that freezes it. */
public record AccountFrozen(AccountId account, CaseId because) {}
