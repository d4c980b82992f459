package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/**
 * A code of a method that has a limited number of them was used up. Published in the transaction that uses it.
 *
 * @param left how many codes the method still has
 */
public record CodeSpent(AccountId account, FactorId factor, String kind, int left) {}
