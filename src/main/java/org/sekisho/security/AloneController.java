package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a browser signs in with a proof that stands alone. A request of its own, so that the session id can change. */
@Controller
class AloneController {

    /** Failures of a source network in a row without a wait; a whole household may share one. */
    private static final int FREE_TRIES = 10;

    private static final int MOST_TRIES = 200;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final ObjectProvider<AloneSignIn> ways;
    private final NewSessions newSessions;
    private final SignIn signIn;
    private final CurrentUser currentUser;
    private final Throttle throttle;

    AloneController(
            ObjectProvider<AloneSignIn> ways,
            NewSessions newSessions,
            SignIn signIn,
            CurrentUser currentUser,
            Throttle throttle) {
        this.ways = ways;
        this.newSessions = newSessions;
        this.signIn = signIn;
        this.currentUser = currentUser;
        this.throttle = throttle;
    }

    @PostMapping(SignIn.ALONE)
    void signIn(
            @RequestParam String way,
            @RequestParam String answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + target(way, Secret.of(answer), request, response));
    }

    private String target(String way, Secret<String> answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<AloneSignIn> chosen =
                ways.stream().filter(candidate -> candidate.way().equals(way)).findFirst();
        Optional<UUID> question = question(request);
        if (chosen.isEmpty() || question.isEmpty()) {
            return trouble(SignInTrouble.Reason.TOO_LATE, null, request);
        }
        List<Limit> limits = List.of(ofSource());
        Verdict verdict = throttle.take(limits);
        if (!(verdict instanceof Verdict.Allowed)) {
            Instant until = verdict instanceof Verdict.Wait wait ? wait.until() : null;
            return trouble(SignInTrouble.Reason.TOO_MANY_TRIES, until, request);
        }
        AloneVerdict judged = chosen.get().judge(question.get(), answer);
        if (judged instanceof AloneVerdict.TooLate) {
            throttle.giveBack(limits);
            return trouble(SignInTrouble.Reason.TOO_LATE, null, request);
        }
        Optional<Person> person =
                judged instanceof AloneVerdict.Proved proved ? newSessions.begin(proved.account()) : Optional.empty();
        if (person.isEmpty()) {
            return trouble(SignInTrouble.Reason.NOT_RECOGNISED, null, request);
        }
        throttle.giveBack(limits);
        return signIn.afterProofAlone(person.get(), way, request, response);
    }

    /** What this browser was asked last, once. */
    private static Optional<UUID> question(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(AloneQuestion.ATTRIBUTE) instanceof UUID asked)) {
            return Optional.empty();
        }
        session.removeAttribute(AloneQuestion.ATTRIBUTE);
        return Optional.of(asked);
    }

    private Limit ofSource() {
        String network = currentUser.source().map(Source::network).orElse("");
        return new Limit("sign-in-alone:" + network, MOST_TRIES, FREE_TRIES, FIRST_WAIT, LONGEST_WAIT, FORGOTTEN_AFTER);
    }

    private static String trouble(SignInTrouble.Reason reason, @Nullable Instant until, HttpServletRequest request) {
        new SignInTrouble(reason, until, "").keep(request.getSession());
        return SignIn.LOGIN_ERROR;
    }
}
