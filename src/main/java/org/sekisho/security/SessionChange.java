package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Against session fixation: proving something changes the session id and the CSRF token. When somebody signs in over the
 * session of somebody else, the whole session goes: open pages of the one must not answer to the other.
 */
final class SessionChange implements SessionAuthenticationStrategy {

    private final CsrfTokenRepository csrfTokens;

    SessionChange(CsrfTokenRepository csrfTokens) {
        this.csrfTokens = csrfTokens;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (isOfSomebodyElse(authentication)) {
            session.invalidate();
            request.getSession(true);
        } else {
            request.changeSessionId();
            csrfTokens.saveToken(null, request, response);
        }
    }

    private static boolean isOfSomebodyElse(Authentication authentication) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        return before != null
                && before.getPrincipal() instanceof Person was
                && !(authentication.getPrincipal() instanceof Person is
                        && is.session().equals(was.session()));
    }
}
