package org.sekisho.security;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** The password did not let the person in. */
final class SignInRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final SignInTrouble.Reason reason;
    private final @Nullable Instant until;

    SignInRefused(SignInTrouble.Reason reason) {
        super(reason.name());
        this.reason = reason;
        this.until = null;
    }

    SignInRefused(Instant until) {
        super(SignInTrouble.Reason.TOO_MANY_TRIES.name());
        this.reason = SignInTrouble.Reason.TOO_MANY_TRIES;
        this.until = until;
    }

    SignInTrouble.Reason reason() {
        return reason;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
