package org.sekisho.evidence;

import java.time.Duration;

/**
 * What the evidence of a case is good for, by {@code recovery-evidence.dmn} and {@code recovery-tier.dmn}.
 *
 * @param score from 0 to 100
 * @param combination the rule that matched, in kebab case; its text is {@code evidence.combination.<name>}
 * @param coolOff how long the case waits after the decision
 * @param missing what would lead to a lighter tier or a shorter wait, in kebab case, or {@code none}; its text is {@code
 *     evidence.missing.<name>}
 * @param incident whether an incident mode applied
 */
public record Assessment(
        int score, String combination, Tier tier, Duration coolOff, String missing, boolean incident) {}
