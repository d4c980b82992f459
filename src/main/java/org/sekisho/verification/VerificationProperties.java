package org.sekisho.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of the proof of a factor.
 *
 * @param expiresAfter how long a case may stay unfinished: ten minutes
 * @param hardLimit failures in a row after which a method is switched off (NIST SP 800-63B-4 §3.2.2: at most 100)
 * @param strangersLimit failures in a row that all browsers together may add which have never completed MFA for the account;
 *     smaller than {@code hardLimit}, so that a stranger who has the password cannot use up the person's own tries
 * @param strangersForgottenAfter after this long without another failure strangers may try again
 * @param trialLimit wrong codes that end a trial
 * @param freeTries failures without a wait: from the fifth on waits grow
 * @param firstWait the first wait; it doubles with each further failure
 * @param longestWait the wait never grows beyond this
 * @param helpdeskPhone how to call the helpdesk, as a person reads it
 * @param helpdeskPlace where the helpdesk is or what its address is, as a person reads it
 */
@ConfigurationProperties("sekisho.verification")
record VerificationProperties(
        @DefaultValue("10m") Duration expiresAfter,
        @DefaultValue("10") int hardLimit,
        @DefaultValue("7") int strangersLimit,
        @DefaultValue("24h") Duration strangersForgottenAfter,
        @DefaultValue("5") int trialLimit,
        @DefaultValue("4") int freeTries,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("03-0000-0000") String helpdeskPhone,
        @DefaultValue("https://helpdesk.example.ac.jp/") String helpdeskPlace) {

    VerificationProperties {
        if (hardLimit < 2 || hardLimit > 100) {
            throw new IllegalArgumentException("sekisho.verification.hard-limit must be between 2 and 100");
        }
        if (strangersLimit < 1 || strangersLimit >= hardLimit) {
            throw new IllegalArgumentException(
                    "sekisho.verification.strangers-limit must be at least 1 and less than the hard limit");
        }
        if (expiresAfter.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("sekisho.verification.expires-after must be at most 10 minutes");
        }
    }
}
