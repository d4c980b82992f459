package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** An active method was ended. Published in the transaction that ends it. */
public record FactorRevoked(AccountId account, FactorId factor, String kind, String reason) implements FactorEnded {}
