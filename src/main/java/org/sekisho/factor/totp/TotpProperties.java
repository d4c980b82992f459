package org.sekisho.factor.totp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of the authenticator app.
 *
 * @param issuer what the app shows above the account name
 * @param stepsBack how many time steps before the current one are accepted as well: 1 by RFC 6238 §5.2, 0 by ASVS 6.5.5
 * @param bindingExpiresAfter how long a key that nobody has proved stays valid; 30 minutes, because the app may have to be
 *     installed first
 * @param bindingTries wrong codes after which a key that nobody has proved is thrown away (NIST SP 800-63B-4 §3.2.2: at most
 *     100)
 */
@ConfigurationProperties("sekisho.factor.totp")
record TotpProperties(
        @DefaultValue("Sekisho") String issuer,
        @DefaultValue("1") int stepsBack,
        @DefaultValue("30m") Duration bindingExpiresAfter,
        @DefaultValue("5") int bindingTries) {

    TotpProperties {
        if (stepsBack < 0 || stepsBack > 1) {
            throw new IllegalArgumentException("sekisho.factor.totp.steps-back must be 0 or 1");
        }
        if (bindingTries < 1 || bindingTries > 100) {
            throw new IllegalArgumentException("sekisho.factor.totp.binding-tries must be between 1 and 100");
        }
    }
}
