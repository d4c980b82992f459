package org.sekisho.factor.recoverycodes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of recovery codes.
 *
 * @param count how many codes a set has, 4 to 20
 * @param bindingExpiresAfter how long the person has to save a set that was shown
 */
@ConfigurationProperties("sekisho.factor.recoverycodes")
record RecoveryCodesProperties(
        @DefaultValue("10") int count, @DefaultValue("30m") Duration bindingExpiresAfter) {

    RecoveryCodesProperties {
        if (count < 4 || count > 20) {
            throw new IllegalArgumentException("sekisho.factor.recoverycodes.count must be between 4 and 20");
        }
    }
}
