package org.sekisho.directory;

/** The directory has ended an account. Published in the transaction that ends it. */
public record AccountEnded(AccountId account) {}
