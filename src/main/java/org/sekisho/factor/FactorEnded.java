package org.sekisho.factor;

import org.sekisho.directory.AccountId;

/**
 * A method has ended, for whatever reason: nothing that its kind has kept for it is of use any more. Published in the
 * transaction that ends it.
 */
public sealed interface FactorEnded permits FactorRevoked, FactorDiscarded, FactorDisabled {

    AccountId account();

    FactorId factor();

    String kind();
}
