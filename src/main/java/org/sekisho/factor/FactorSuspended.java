package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** The person has lost an active method for now. Published in the transaction that suspends it. */
public record FactorSuspended(AccountId account, FactorId factor, String kind) {}
