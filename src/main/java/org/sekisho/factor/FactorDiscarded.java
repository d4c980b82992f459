package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** A binding ended without ever being proved. Published in the transaction that ends it. */
public record FactorDiscarded(AccountId account, FactorId factor, String kind, String reason) implements FactorEnded {}
