package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** A suspended method works again. Published in the transaction that takes it up again. */
public record FactorResumed(AccountId account, FactorId factor, String kind) {}
