package org.sekisho.factor.messagecode;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of codes by telephone.
 *
 * @param call what a call asks of its person; {@code pound} does not meet NIST SP 800-63B-4 §3.1.3
 * @param resendWait how long after one message the next may be asked for
 * @param mostSends how many messages one set-up or one sign-in may send
 * @param bindingExpiresAfter how long a number that nobody has proved is kept
 * @param bindingTries wrong codes after which such a number is thrown away (NIST SP 800-63B-4 §3.2.2: at most 100)
 */
@ConfigurationProperties("sekisho.factor.messagecode")
record MessageCodeProperties(
        @DefaultValue("spoken") CallMode call,
        @DefaultValue("30s") Duration resendWait,
        @DefaultValue("5") int mostSends,
        @DefaultValue("30m") Duration bindingExpiresAfter,
        @DefaultValue("5") int bindingTries) {

    MessageCodeProperties {
        if (mostSends < 1) {
            throw new IllegalArgumentException("sekisho.factor.messagecode.most-sends must be at least 1");
        }
        if (bindingTries < 1 || bindingTries > 100) {
            throw new IllegalArgumentException("sekisho.factor.messagecode.binding-tries must be between 1 and 100");
        }
    }
}
