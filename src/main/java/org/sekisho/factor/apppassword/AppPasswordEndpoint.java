package org.sekisho.factor.apppassword;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.factor.apppassword.AppPasswordCheck.Answer;
import org.sekisho.shared.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where services ask whether an app password is right. The filter before it has seen to who asks. */
@RestController
class AppPasswordEndpoint {

    static final String VERIFY = "/api/app-passwords/verify";

    private final AppPasswordCheck check;
    private final Clock clock;

    AppPasswordEndpoint(AppPasswordCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /**
     * What a service asks.
     *
     * @param username as its client wrote it
     * @param client the address that its client came from; may be left out
     */
    record Question(
            @Nullable String username,
            @Nullable String password,
            @Nullable String client) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * What it is told where the password is right.
     *
     * @param account the common id
     * @param name what its person calls the app password
     */
    record Accepted(String account, String name) {}

    @PostMapping(path = VERIFY, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> verify(
            @RequestAttribute(ServiceFilter.SERVICE) String service, @RequestBody Question question) {
        if (question.username() == null || question.password() == null) {
            return unreadable();
        }
        Answer answer = check.check(
                service,
                question.username(),
                Secret.of(question.password()),
                Optional.ofNullable(question.client()).map(String::strip).filter(client -> !client.isEmpty()));
        if (answer instanceof Answer.Right right) {
            return ResponseEntity.ok(new Accepted(right.account().value(), right.name()));
        }
        if (answer instanceof Answer.TooMany tooMany) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(tooMany.until())))
                    .build();
        }
        return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    /** What cannot be read may hold a password: nothing of it is told on. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Accepted> unreadable() {
        return ResponseEntity.badRequest().build();
    }

    private long seconds(Instant until) {
        return Duration.between(clock.instant(), until).plusMillis(999).toSeconds();
    }
}
