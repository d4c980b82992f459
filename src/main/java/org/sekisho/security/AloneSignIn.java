package org.sekisho.security;

import java.util.UUID;
import org.sekisho.shared.Secret;

/**
 * A proof that is strong enough to stand for the password and the second factor at once. A bean of this type adds a way to
 * sign in; what people see of it is the {@code AloneSignInScreen} of the same name.
 */
public interface AloneSignIn {

    /** Its name in kebab case. */
    String way();

    /** Asks anew, without knowing whom. */
    AloneQuestion ask();

    /**
     * Judges an answer, once. Called outside any transaction, after the try has been counted. A refusal must not tell whether
     * there is such an account.
     *
     * @param question the id of what was asked in this very browser
     */
    AloneVerdict judge(UUID question, Secret<String> answer);
}
