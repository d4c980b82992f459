package org.sekisho.verification;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/** A verification case has ended. Published in the transaction that ends it. */
public record VerificationEnded(CaseId caseId, AccountId account, VerificationPurpose purpose, Outcome outcome) {

    /** How it ended. */
    public enum Outcome {
        PASSED,
        /** Too many wrong tries. */
        FAILED,
        /** The person can use none of the methods, or says that it does not work. */
        NO_METHOD,
        EXPIRED
    }
}
