package org.sekisho.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses sessions that have been ended on any node, are too old, or have not been used for too long. */
final class SessionGuard extends OncePerRequestFilter {

    private final CurrentUser currentUser;
    private final JdbcSessions sessions;
    private final SignIn signIn;
    private final ScreenRequests screens;
    private final SecurityProperties policy;
    private final Clock clock;

    SessionGuard(
            CurrentUser currentUser,
            JdbcSessions sessions,
            SignIn signIn,
            ScreenRequests screens,
            SecurityProperties policy,
            Clock clock) {
        this.currentUser = currentUser;
        this.sessions = sessions;
        this.signIn = signIn;
        this.screens = screens;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> person = currentUser.find();
        HttpSession session = request.getSession(false);
        if (person.isEmpty() || session == null) {
            chain.doFilter(request, response);
            return;
        }
        Instant now = clock.instant();
        Optional<SessionMark> mark = SessionMark.of(session);
        Instant lastUsed = mark.map(SessionMark::lastUsed).orElse(now);
        boolean over = now.isAfter(person.get().passwordAt().plus(policy.sessionLife()))
                || now.isAfter(lastUsed.plus(policy.sessionIdle()))
                || sessions.hasEnded(person.get());
        if (!over) {
            if (isByPerson(request)) {
                mark.ifPresent(known -> known.used(now));
            }
            chain.doFilter(request, response);
            return;
        }
        signIn.end(request);
        if (screens.isInternal(request) || MailedLinks.matches(request)) {
            // the framework itself tells the page that its session has ended; a mailed link needs none
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + SignIn.LOGIN_ENDED);
        }
    }

    /** Signs of life that a forgotten page sends by itself do not make a session less idle. */
    private static boolean isByPerson(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return !query.contains("v-r=heartbeat") && !query.contains("v-r=push");
    }
}
