package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** An active method became the default. Published in the transaction that makes it so. */
public record FactorPreferred(AccountId account, FactorId factor, String kind) {}
