package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/** Too many failures in a row have switched an active method off. Published in the transaction that does so. */
public record FactorDisabled(AccountId account, FactorId factor, String kind) implements FactorEnded {}
