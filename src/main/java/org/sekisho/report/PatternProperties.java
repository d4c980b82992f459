package org.sekisho.report;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on something is unusual.
 *
 * @param agentPerDay recoveries that one person has granted within 24 hours
 * @param networkPerDay accounts for which recoveries were opened from one network within 24 hours
 * @param numberAccounts accounts that have got the same number in a recovery within 30 days
 * @param outOfHoursPerDay recoveries that one person has granted, confirmed or shortened within 24 hours while the organisation is
 *     closed
 * @param frozenAfter recoveries of one person within 30 days after which the account was frozen
 * @param frozenWithin how long after its decision a freeze is told of a recovery
 */
@ConfigurationProperties("sekisho.report.pattern")
record PatternProperties(
        @DefaultValue("20") int agentPerDay,
        @DefaultValue("5") int networkPerDay,
        @DefaultValue("2") int numberAccounts,
        @DefaultValue("1") int outOfHoursPerDay,
        @DefaultValue("2") int frozenAfter,
        @DefaultValue("14d") Duration frozenWithin) {

    PatternProperties {
        if (agentPerDay < 1 || networkPerDay < 1 || numberAccounts < 2 || outOfHoursPerDay < 1 || frozenAfter < 1) {
            throw new IllegalArgumentException(
                    "sekisho.report.pattern.* must be at least 1, and number-accounts at least 2");
        }
    }
}
