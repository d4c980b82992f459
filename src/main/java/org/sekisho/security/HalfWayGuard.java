package org.sekisho.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a half-way person at the tasks of the one case that they must pass, and at its own page where it has one. */
final class HalfWayGuard extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of(SignInGrants.COMPLETE_ROUTE, "/logout", "/error");

    private final CurrentUser currentUser;
    private final SignIn signIn;
    private final JdbcSignInGrants grants;
    private final ScreenRequests screens;

    HalfWayGuard(CurrentUser currentUser, SignIn signIn, JdbcSignInGrants grants, ScreenRequests screens) {
        this.currentUser = currentUser;
        this.signIn = signIn;
        this.grants = grants;
        this.screens = screens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.matches(request)
                || OPEN.contains(Paths.of(request))
                || MailedLinks.matches(request)
                || screens.isInternal(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> halfWay = currentUser.find().filter(person -> !person.signedIn());
        if (halfWay.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        List<String> tasks = signIn.tasks(halfWay.get());
        String asked = Paths.of(request);
        if (tasks.contains(asked) || signIn.isPage(halfWay.get(), asked)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + way(halfWay.get(), tasks, request));
        }
    }

    private String way(Person person, List<String> tasks, HttpServletRequest request) {
        if (!tasks.isEmpty()) {
            return tasks.get(0);
        }
        boolean passed = person.pendingCase()
                .filter(caseId -> grants.isWaiting(person.account(), person.session(), caseId))
                .isPresent();
        if (passed) {
            return SignInGrants.COMPLETE_ROUTE;
        }
        return signIn.page(person).orElseGet(() -> {
            signIn.end(request);
            return SignIn.LOGIN_ENDED;
        });
    }
}
