package org.sekisho.accesspass;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of temporary access passes.
 *
 * @param life how long a pass can be redeemed, and how long a session that has redeemed one may set up a method; at most one hour
 * @param mostIssues how many passes one case may be given, 1 to 10: one that expired or was lost is made anew
 * @param mostTries how many wrong passes in a row a case compares, 1 to 20
 */
@ConfigurationProperties("sekisho.access-pass")
record AccessPassProperties(
        @DefaultValue("1h") Duration life,
        @DefaultValue("5") int mostIssues,
        @DefaultValue("10") int mostTries) {

    AccessPassProperties {
        if (life.isNegative() || life.isZero() || life.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("sekisho.access-pass.life must be more than nothing and at most 1h");
        }
        if (mostIssues < 1 || mostIssues > 10) {
            throw new IllegalArgumentException("sekisho.access-pass.most-issues must be between 1 and 10");
        }
        if (mostTries < 1 || mostTries > 20) {
            throw new IllegalArgumentException("sekisho.access-pass.most-tries must be between 1 and 20");
        }
    }
}
