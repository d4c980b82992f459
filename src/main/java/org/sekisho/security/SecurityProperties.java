package org.sekisho.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of sign-in and sessions.
 *
 * @param staffNeedsTwoFactors whether staff roles are usable only in a session with a proved factor; only the demo says no
 * @param freshFactor how long a proved factor counts as fresh for a change of methods
 * @param grantLife how long a passed sign-in case may wait for the browser to come back
 * @param sessionLife how long a session may last in all (AAL2: 24 hours, NIST SP 800-63B-4 §2.2.3)
 * @param sessionIdle how long a session may be idle (AAL2: 1 hour, NIST SP 800-63B-4 §2.2.3)
 */
@ConfigurationProperties("sekisho.security")
record SecurityProperties(
        @DefaultValue("true") boolean staffNeedsTwoFactors,
        @DefaultValue("15m") Duration freshFactor,
        @DefaultValue("60s") Duration grantLife,
        @DefaultValue("24h") Duration sessionLife,
        @DefaultValue("1h") Duration sessionIdle) {

    SecurityProperties {
        if (sessionLife.compareTo(Duration.ofHours(24)) > 0 || sessionIdle.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "sekisho.security: a session may last 24 hours and be idle for one at most; policy may only be stricter");
        }
    }
}
