package org.sekisho.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far back both are compared.
 *
 * @param reach at most 29 days: after 30 the engine forgets the first of what it knows
 */
@ConfigurationProperties("sekisho.reconciliation")
record ReconciliationProperties(@DefaultValue("14d") Duration reach) {

    ReconciliationProperties {
        if (reach.compareTo(Duration.ofDays(1)) < 0 || reach.compareTo(Duration.ofDays(29)) > 0) {
            throw new IllegalArgumentException("sekisho.reconciliation.reach must be between 1d and 29d");
        }
    }
}
