package org.sekisho.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long photos of ID cards are kept.
 *
 * @param keepAfterDecision how long after the decision of their case; a week by default
 * @param keepAtMost how long at most, decided or not; 60 days by default
 */
@ConfigurationProperties("sekisho.evidence.photo")
record PhotoProperties(
        @DefaultValue("7d") Duration keepAfterDecision,
        @DefaultValue("60d") Duration keepAtMost) {}
