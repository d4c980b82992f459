package org.sekisho.directory;

/**
 * Somebody of the staff may do less than before: the directory has taken a role from them, moved them to another unit or a lower
 * rank, or suspended them. Published in the transaction that does it.
 */
public record RolesLost(AccountId account) {}
