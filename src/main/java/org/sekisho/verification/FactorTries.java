package org.sekisho.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorRevoked;
import org.sekisho.security.Source;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts and compares what is entered for a method. All failures in a row count towards the hard limit of the method; besides,
 * a browser that has completed MFA for the account before has a budget of its own, and all others share one that is smaller
 * than the hard limit: a stranger who knows the password cannot use up the tries of the person.
 */
@Component
class FactorTries {

    private final Throttle throttle;
    private final FactorCatalog catalog;
    private final VerificationProperties policy;

    FactorTries(Throttle throttle, FactorCatalog catalog, VerificationProperties policy) {
        this.throttle = throttle;
        this.catalog = catalog;
        this.policy = policy;
    }

    /** Must be called outside any transaction. */
    Result attempt(VerificationCase verification, Factor factor, Secret<String> entered, Optional<Source> source) {
        List<Limit> limits = List.of(
                hard(factor.id()),
                verification.purpose() == VerificationPurpose.TRIAL
                        ? Limit.hard("trial:" + verification.id(), policy.trialLimit())
                        : budget(factor.id(), source.flatMap(Source::browser)));
        Verdict verdict = throttle.take(limits);
        if (verdict instanceof Verdict.Wait wait) {
            return new Result.TooSoon(wait.until());
        }
        if (!(verdict instanceof Verdict.Allowed allowed)) {
            return new Result.Refused();
        }
        return switch (catalog.type(factor.kind()).check(verification.challenge(factor.id()), entered)) {
            case RIGHT -> {
                throttle.succeeded(limits);
                yield new Result.Right();
            }
            case USED -> {
                throttle.giveBack(limits);
                yield new Result.Used();
            }
            case VOID -> {
                throttle.giveBack(limits);
                yield new Result.Void();
            }
            case WRONG -> {
                int inRow = throttle.failures(subject(factor.id()));
                yield new Result.Wrong(inRow, allowed.triesLeft(), inRow >= policy.hardLimit());
            }
        };
    }

    private Limit hard(FactorId factor) {
        return Limit.hard(subject(factor), policy.hardLimit());
    }

    private Limit budget(FactorId factor, Optional<String> browser) {
        return browser.map(known ->
                        growing(subject(factor) + ":" + known, policy.hardLimit(), policy.strangersForgottenAfter()))
                .orElseGet(() -> growing(strangers(factor), policy.strangersLimit(), policy.strangersForgottenAfter()));
    }

    private Limit growing(String subject, int most, Duration forgetAfter) {
        return new Limit(subject, most, policy.freeTries(), policy.firstWait(), policy.longestWait(), forgetAfter);
    }

    private static String subject(FactorId factor) {
        return "factor:" + factor;
    }

    private static String strangers(FactorId factor) {
        return subject(factor) + ":strangers";
    }

    @EventListener
    void on(FactorRevoked revoked) {
        throttle.forget(subject(revoked.factor()));
        throttle.forget(strangers(revoked.factor()));
    }

    /** What a try came to. */
    sealed interface Result {
        record Right() implements Result {}

        record Used() implements Result {}

        record Void() implements Result {}

        /**
         * @param inRow failures of the method in a row, this one included
         * @param methodSpent whether the hard limit of the method has been reached
         */
        record Wrong(int inRow, int triesLeft, boolean methodSpent) implements Result {}

        record TooSoon(Instant until) implements Result {}

        record Refused() implements Result {}
    }
}
