package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the last sign-in of a browser failed, kept in its session so that the address says nothing.
 *
 * @param until when the next try may be made, where it has to wait
 * @param username what was typed, so that it need not be typed again
 */
public record SignInTrouble(Reason reason, @Nullable Instant until, String username) implements Serializable {

    private static final String ATTRIBUTE = "sekisho.sign-in-trouble";
    private static final int LONGEST_USERNAME = 100;

    /** What went wrong. */
    public enum Reason {
        /** The user name is not written as a user name is, which is plain to see whether or not it exists. */
        FORM,
        WRONG,
        TOO_MANY_TRIES,
        BUSY,
        /** A proof that stands alone did not let anybody in. */
        NOT_RECOGNISED,
        /** A proof that stands alone came too late, or a second time. */
        TOO_LATE,
        /** The password was right, and something here failed. */
        UNAVAILABLE
    }

    public SignInTrouble {
        username = username.length() > LONGEST_USERNAME ? "" : username;
    }

    /** The trouble of the browser that makes the request. */
    public static Optional<SignInTrouble> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .filter(SignInTrouble.class::isInstance)
                .map(SignInTrouble.class::cast);
    }

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    @Override
    public String toString() {
        return "sign-in trouble " + reason;
    }
}
