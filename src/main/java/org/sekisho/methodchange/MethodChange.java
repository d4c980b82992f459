package org.sekisho.methodchange;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.process.CaseId;

/**
 * One case in which a person changes their methods.
 *
 * @param method the method that is changed; empty where one is added
 * @param bound whether a new method has been proved in it, which is not undone any more
 */
public record MethodChange(
        CaseId caseId,
        AccountId account,
        Change change,
        Optional<FactorId> method,
        boolean bound,
        Instant requestedAt,
        Instant expiresAt) {}
