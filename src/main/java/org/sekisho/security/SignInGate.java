package org.sekisho.security;

import java.util.Optional;
import org.sekisho.process.CaseId;

/** Asked after a right password, in the order of {@code @Order}: must something be proved before the person is in? */
public interface SignInGate {

    /**
     * Opens the case in which the person proves the rest.
     *
     * @return the case, or empty where this gate asks for nothing
     */
    Optional<CaseId> open(SignInAttempt attempt);
}
