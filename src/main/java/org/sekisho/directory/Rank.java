package org.sekisho.directory;

/** How much harm a stranger could do with the account. */
public enum Rank {
    ORDINARY,
    PRIVILEGED
}
