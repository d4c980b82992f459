package org.sekisho.directory;

/** Whether the account may be used. */
public enum AccountState {
    /** In good standing. */
    ACTIVE,
    /** May not sign in until the directory says otherwise. */
    SUSPENDED,
    /** Its person has left; its cases are cancelled and its methods revoked. */
    ENDED
}
