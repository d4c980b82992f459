package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskInbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The way from a right password into the product: gates, the sign-in case, the grant, the landing. */
@Component
class SignIn {

    static final String LOGIN = "/login";
    static final String LOGIN_ENDED = "/login?ended";
    static final String LOGIN_ERROR = "/login?error";
    static final String ALONE = "/sign-in/alone";

    private static final String PASSWORD_WAY = "password";

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** The cookie that tells pages their language; the shell reads it. */
    private static final String LANGUAGE_COOKIE = "sekisho-language";

    private final ObjectProvider<SignInGate> gates;
    private final ObjectProvider<Landing> landings;
    private final ObjectProvider<HalfWayCase> halfWayCases;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final JdbcSignInGrants grants;
    private final FreshFactor freshFactor;
    private final StaffPolicy staffPolicy;
    private final BrowserCookie browser;
    private final LocalSessions localSessions;
    private final SavedTarget savedTarget;
    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy sessionChange;
    private final AuditTrail trail;
    private final Clock clock;

    SignIn(
            ObjectProvider<SignInGate> gates,
            ObjectProvider<Landing> landings,
            ObjectProvider<HalfWayCase> halfWayCases,
            TaskInbox inbox,
            Accounts accounts,
            JdbcSignInGrants grants,
            FreshFactor freshFactor,
            StaffPolicy staffPolicy,
            BrowserCookie browser,
            LocalSessions localSessions,
            SavedTarget savedTarget,
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy sessionChange,
            AuditTrail trail,
            Clock clock) {
        this.gates = gates;
        this.landings = landings;
        this.halfWayCases = halfWayCases;
        this.inbox = inbox;
        this.accounts = accounts;
        this.grants = grants;
        this.freshFactor = freshFactor;
        this.staffPolicy = staffPolicy;
        this.browser = browser;
        this.localSessions = localSessions;
        this.savedTarget = savedTarget;
        this.contexts = contexts;
        this.sessionChange = sessionChange;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The password was right: asks the gates.
     *
     * @return where the browser goes now
     */
    String afterPassword(Person person, HttpServletRequest request, HttpServletResponse response) {
        SignInTrouble.forget(request.getSession());
        Optional<CaseId> opened = gates.orderedStream()
                .map(gate -> gate.open(new SignInAttempt(person.account(), person.session())))
                .flatMap(Optional::stream)
                .findFirst();
        if (opened.isEmpty()) {
            return enter(person, null, PASSWORD_WAY, request, response);
        }
        Person halfWay = person.halfWay(opened.get());
        become(halfWay, request, response);
        return task(halfWay).orElseGet(() -> {
            LOG.error("sign-in case {} offers its person no task", opened.get());
            return fail(request);
        });
    }

    /** Something broke behind a right password: nobody is half-way without a way on. */
    String fail(HttpServletRequest request) {
        end(request);
        new SignInTrouble(SignInTrouble.Reason.UNAVAILABLE, null, "").keep(request.getSession(true));
        return LOGIN_ERROR;
    }

    /**
     * The browser says that it has passed its sign-in case.
     *
     * @return where the browser goes now
     */
    String complete(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (person.signedIn()) {
            return "/";
        }
        Optional<Boolean> withFactor =
                person.pendingCase().flatMap(caseId -> grants.consume(person.account(), person.session(), caseId));
        if (withFactor.isEmpty()) {
            return task(person)
                    .or(() -> goOn(person, request, response))
                    .or(() -> page(person))
                    .orElseGet(() -> {
                        end(request);
                        return LOGIN_ENDED;
                    });
        }
        sessionChange.onAuthentication(SecurityContextHolder.getContext().getAuthentication(), request, response);
        if (withFactor.get()) {
            return enterProved(person, PASSWORD_WAY, request, response);
        }
        return enter(person, null, PASSWORD_WAY, request, response);
    }

    /** Where the person goes on with another case in the place of the one that has ended. */
    private Optional<String> goOn(Person person, HttpServletRequest request, HttpServletResponse response) {
        return person.pendingCase()
                .flatMap(ended -> halfWayCases
                        .orderedStream()
                        .map(cases -> cases.after(person.account(), ended))
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(person::halfWay)
                .flatMap(halfWay -> {
                    become(halfWay, request, response);
                    return task(halfWay).or(() -> page(halfWay));
                });
    }

    /** The address of the page on which a half-way person sees where their case stands; empty for a sign-in. */
    Optional<String> page(Person halfWay) {
        return halfWay.pendingCase()
                .flatMap(caseId -> halfWayCases
                        .orderedStream()
                        .filter(cases -> cases.isOf(halfWay.account(), caseId))
                        .findFirst())
                .map(SignIn::address);
    }

    /** Whether a path is {@link #page}; asks for the case only where it is the page of some kind. */
    boolean isPage(Person halfWay, String path) {
        return halfWay.pendingCase()
                .filter(caseId -> halfWayCases
                        .orderedStream()
                        .anyMatch(cases -> address(cases).equals(path) && cases.isOf(halfWay.account(), caseId)))
                .isPresent();
    }

    private static String address(HalfWayCase cases) {
        return "/" + cases.route();
    }

    /**
     * A proof that stands alone was right: there is no password and no gate to ask.
     *
     * @return where the browser goes now
     */
    String afterProofAlone(Person person, String way, HttpServletRequest request, HttpServletResponse response) {
        SignInTrouble.forget(request.getSession());
        sessionChange.onAuthentication(new PersonAuthentication(person), request, response);
        return enterProved(person, way, request, response);
    }

    private String enterProved(Person person, String way, HttpServletRequest request, HttpServletResponse response) {
        freshFactor.proved(person.account(), person.session());
        browser.remember(request, response, person.account());
        return enter(person, clock.instant(), way, request, response);
    }

    /** Where the person of a half-way session goes on; empty where the case has no task for them any more. */
    Optional<String> task(Person halfWay) {
        return tasks(halfWay).stream().findFirst();
    }

    /** The addresses of the tasks that a half-way session may open. */
    List<String> tasks(Person halfWay) {
        UUID self = halfWay.account().value();
        return halfWay.pendingCase().stream()
                .flatMap(caseId -> inbox.ofCase(caseId).stream())
                .filter(task -> task.assignee().filter(self::equals).isPresent())
                .map(CaseTask::id)
                .map(id -> "/tasks/" + id)
                .toList();
    }

    /** Ends the session of the request. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private String enter(
            Person person,
            @Nullable Instant factorAt,
            String way,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> account =
                accounts.find(person.account()).filter(found -> found.state() == AccountState.ACTIVE);
        if (account.isEmpty()) {
            end(request);
            return LOGIN_ENDED;
        }
        Person entered = person.signedIn(staffPolicy.usable(account.get().roles(), factorAt != null), factorAt);
        become(entered, request, response);
        speak(account.get(), request, response);
        trail.record(
                "security.signed-in",
                Optional.of(person.account().value()),
                person.pendingCase().map(CaseId::value),
                "accepted",
                Map.of("factor", String.valueOf(factorAt != null), "way", way));
        return landing(entered)
                .or(() -> savedTarget.take(request, response))
                .orElse(factorAt != null ? "/services" : "/");
    }

    /** Saves the context explicitly, within the request, under the session id that this request leaves behind. */
    private void become(Person person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        new SessionMark(person, localSessions, clock.instant()).put(request.getSession());
    }

    /** A wish that cannot be told must not keep the person out. */
    private Optional<String> landing(Person person) {
        return landings.orderedStream()
                .map(landing -> {
                    try {
                        return landing.after(person);
                    } catch (RuntimeException broken) {
                        LOG.error(
                                "{} could not say where to land",
                                landing.getClass().getSimpleName(),
                                broken);
                        return Optional.<String>empty();
                    }
                })
                .flatMap(Optional::stream)
                .map(route -> route.startsWith("/") ? route : "/" + route)
                .findFirst();
    }

    private static void speak(Account account, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(
                        LANGUAGE_COOKIE, account.language().tag())
                .path("/")
                .maxAge(JdbcKnownBrowsers.LIFE)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
