package org.sekisho.verification;

import java.time.Instant;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;

/** What a person is asked to prove, why, and until when. */
public record Prompt(VerificationPurpose purpose, Factor factor, Challenge challenge, Instant expiresAt) {}
