package org.sekisho.vouching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of vouching.
 *
 * @param answerWithin business time in which an answer counts
 * @param remindAfter business time after which whoever was asked is reminded
 * @param settledAfter how long ago a contact person must have been named, and the methods of whoever vouches been set up; at
 *     least 14 days
 * @param mostContactPersons how many contact persons one may name
 * @param mostNamedPerDay how many tries to name one an account has within 24 hours
 * @param mostAskedPerDay how often one person is asked within 24 hours, by whomever
 */
@ConfigurationProperties("sekisho.vouching")
record VouchingProperties(
        @DefaultValue("16h") Duration answerWithin,
        @DefaultValue("8h") Duration remindAfter,
        @DefaultValue("14d") Duration settledAfter,
        @DefaultValue("3") int mostContactPersons,
        @DefaultValue("5") int mostNamedPerDay,
        @DefaultValue("10") int mostAskedPerDay) {

    VouchingProperties {
        if (settledAfter.compareTo(Duration.ofDays(14)) < 0) {
            throw new IllegalArgumentException("sekisho.vouching.settled-after must be at least 14d");
        }
    }
}
