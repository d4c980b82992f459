package org.sekisho.directory;

import org.sekisho.shared.Secret;

/**
 * Passwords of accounts. No answer and no timing tells whether an account exists (OWASP ASVS 6.3.8); tries are held back per
 * account and source, never the account itself (ASVS 6.1.1).
 */
public interface Passwords {

    /**
     * Compares a password. Must be called outside any transaction.
     *
     * @param login the user name as typed: a common id, or one with the organisation's domain
     * @param source tells where the try comes from, as an opaque key such as a keyed digest of the network
     */
    PasswordVerdict verify(String login, Secret<String> password, String source);

    /** The form in which an import may carry the password: {@code {argon2}…}. */
    String hash(Secret<String> password);
}
