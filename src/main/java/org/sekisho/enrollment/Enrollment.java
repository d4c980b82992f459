package org.sekisho.enrollment;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One application for MFA and what became of it.
 *
 * @param notNowCount how often the person has put set-up off
 * @param notNowUntil after this moment it cannot be put off any more
 * @param activationAt when MFA comes or came into force, once that is known
 * @param returnTo the route that led the person here
 */
public record Enrollment(
        CaseId caseId,
        AccountId account,
        EnrollmentState state,
        Instant appliedAt,
        int notNowCount,
        Instant notNowUntil,
        Optional<Instant> activationAt,
        Optional<Instant> endedAt,
        Optional<String> returnTo) {}
