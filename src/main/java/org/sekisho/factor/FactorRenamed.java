package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** The person gave an active method another name. Published in the transaction that renames it. */
public record FactorRenamed(AccountId account, FactorId factor, String kind) {}
