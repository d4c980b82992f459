package org.sekisho.verification;

/** Why a person is asked for a factor. */
public enum VerificationPurpose {
    /** To sign in to an account with MFA on. */
    SIGN_IN,
    /** To try the first method before MFA is switched on. */
    TRIAL,
    /** To prove a fresh factor within a session, before a change. */
    STEP_UP
}
