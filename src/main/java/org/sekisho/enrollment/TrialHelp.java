package org.sekisho.enrollment;

/** How an agent lets a case go on whose trial did not work. */
public enum TrialHelp {
    /** The person tries again with the same method. */
    RETRY,
    /** The method is discarded and another is set up. */
    NEW_METHOD,
    /** The case is closed; MFA stays off. */
    CLOSE
}
