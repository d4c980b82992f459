package org.sekisho.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of recoveries; how much evidence is asked and how long all addresses may object is said by
 * {@code recovery-evidence.dmn} and {@code recovery-tier.dmn}.
 *
 * @param decideWithin business time after which the leads are told that a case still waits for a decision, or for its second one
 * @param expiry how long after it was opened an unfinished case ends by itself
 * @param remindAfter business time that the way back stands open, or the case waits for evidence, before its person is reminded; two
 *     working days by default
 * @param passwordSettledAfter how long after a change of the password no pass is made: password and methods are never both reset
 *     in one recovery, across cases
 * @param pickUpLife how long a pick-up code given at the desk can be entered; at most ten minutes (NIST SP 800-63B-4 §4.1.2.2)
 * @param mostOpenedPerDay how many cases may be opened for one account within 24 hours
 * @param mostOpenedPerNetwork how many cases may be opened from one network within 24 hours
 */
@ConfigurationProperties("sekisho.recovery")
record RecoveryProperties(
        @DefaultValue("8h") Duration decideWithin,
        @DefaultValue("30d") Duration expiry,
        @DefaultValue("16h") Duration remindAfter,
        @DefaultValue("14d") Duration passwordSettledAfter,
        @DefaultValue("10m") Duration pickUpLife,
        @DefaultValue("3") int mostOpenedPerDay,
        @DefaultValue("20") int mostOpenedPerNetwork) {

    RecoveryProperties {
        if (pickUpLife.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("sekisho.recovery.pick-up-life must be at most 10m");
        }
    }
}
