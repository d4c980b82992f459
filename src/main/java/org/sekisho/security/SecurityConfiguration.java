package org.sekisho.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/** The filter chain of the product: everything is closed that is not opened here or by the annotation of a screen. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** See docs/adr/0002-content-security-policy.md. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    SessionAuthenticationStrategy sessionChange(CsrfTokenRepository csrfTokens) {
        return new SessionChange(csrfTokens);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            PasswordAuthentication passwords,
            SignIn signIn,
            CurrentUser currentUser,
            JdbcSessions sessions,
            JdbcSignInGrants grants,
            ScreenRequests screens,
            RequestCache requestCache,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            SessionAuthenticationStrategy sessionChange,
            SecurityProperties policy,
            AuditTrail trail,
            Clock clock)
            throws Exception {
        http.authenticationProvider(passwords)
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requestCache))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(screens::isInternal))
                .sessionManagement(session -> session.sessionAuthenticationStrategy(sessionChange))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .addHeaderWriter(new MailedLinks())
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY)))
                .formLogin(form -> form.loginPage(SignIn.LOGIN)
                        .successHandler((request, response, person) -> enter(signIn, request, response, person))
                        .failureHandler(SecurityConfiguration::refuse))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler((request, response, person) -> leave(trail, person))
                        .logoutSuccessUrl("/login?signed-out"))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(entryPoint())
                        .accessDeniedHandler(
                                (request, response, denied) -> deny(currentUser, request, response, denied)))
                .addFilterBefore(
                        new SessionGuard(currentUser, sessions, signIn, screens, policy, clock),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new HalfWayGuard(currentUser, signIn, grants, screens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SignIn.LOGIN, SignIn.ALONE, "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/tasks/*", SignInGrants.COMPLETE_ROUTE)
                        .authenticated()
                        .requestMatchers(request -> isPageOfHalfWay(currentUser, signIn, request))
                        .authenticated());
        screens.configure(http);
        return http.build();
    }

    private static boolean isPageOfHalfWay(CurrentUser currentUser, SignIn signIn, HttpServletRequest request) {
        return currentUser
                .find()
                .filter(person -> !person.signedIn() && signIn.isPage(person, Paths.of(request)))
                .isPresent();
    }

    /**
     * Asks to sign in; who comes with a session that is no more is told so. The address is relative: whoever calls themselves
     * this host in a request does not get people sent there.
     */
    private static AuthenticationEntryPoint entryPoint() {
        return (request, response, stranger) -> {
            boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            response.sendRedirect(request.getContextPath() + (ended ? SignIn.LOGIN_ENDED : SignIn.LOGIN));
        };
    }

    private static void enter(
            SignIn signIn, HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String target;
        try {
            target = signIn.afterPassword((Person) authentication.getPrincipal(), request, response);
        } catch (RuntimeException broken) {
            LOG.error("a right password could not be followed up", broken);
            target = signIn.fail(request);
        }
        response.sendRedirect(request.getContextPath() + target);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        SignInTrouble.Reason reason = SignInTrouble.Reason.UNAVAILABLE;
        if (exception instanceof SignInRefused refused) {
            reason = refused.reason();
        } else {
            LOG.error("a password could not be compared", exception);
        }
        String username =
                Optional.ofNullable(request.getParameter("username")).orElse("").strip();
        new SignInTrouble(
                        reason,
                        exception instanceof SignInRefused refused
                                ? refused.until().orElse(null)
                                : null,
                        username)
                .keep(request.getSession());
        response.sendRedirect(request.getContextPath() + SignIn.LOGIN_ERROR);
    }

    private static void leave(AuditTrail trail, Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            trail.record(
                    "security.signed-out",
                    Optional.of(person.account().value()),
                    Optional.empty(),
                    "accepted",
                    Map.of());
        }
    }

    /** A form that stood open until its session had gone is no attack: its person is told to sign in again. */
    private static void deny(
            CurrentUser currentUser,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied)
            throws IOException, ServletException {
        boolean stale = denied instanceof CsrfException
                && (currentUser.find().isEmpty() || Paths.of(request).equals(SignIn.LOGIN));
        if (stale) {
            response.sendRedirect(request.getContextPath() + SignIn.LOGIN_ENDED);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }
}
