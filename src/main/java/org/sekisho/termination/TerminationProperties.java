package org.sekisho.termination;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of terminations.
 *
 * @param dueAfter business time after which an undecided request is overdue and the leads are told; two days of eight hours by
 *     default
 * @param coolOff how long after the approval MFA stays on, so that it can be withdrawn or disputed; one day by default
 * @param expiry how long after the request an unfinished case ends; 30 days by default
 */
@ConfigurationProperties("sekisho.termination")
record TerminationProperties(
        @DefaultValue("16h") Duration dueAfter,
        @DefaultValue("24h") Duration coolOff,
        @DefaultValue("30d") Duration expiry) {}
