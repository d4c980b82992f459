package org.sekisho.factor;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/** A method was proved and may be used. Published in the transaction that activates it. */
public record FactorActivated(AccountId account, FactorId factor, String kind, CaseId boundIn) {}
