package org.sekisho.approval;

import java.time.Instant;
import org.sekisho.directory.AccountId;

/**
 * What a person decided on an application.
 *
 * @param reason what the applicant is told; empty where there was nothing to say
 */
public record Decision(AccountId decidedBy, boolean approved, String reason, Instant decidedAt) {}
