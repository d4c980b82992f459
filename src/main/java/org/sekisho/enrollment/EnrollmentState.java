package org.sekisho.enrollment;

/** Where an application for MFA stands. */
public enum EnrollmentState {
    /** Waits for its approval. */
    APPLIED,
    /** Approved; the person sets up their method and contact. */
    SETTING_UP,
    /** Set up; the next sign-in is the trial. */
    ON_TRIAL,
    /** The trial did not work; the helpdesk helps. */
    NEEDS_HELP,
    /** The trial has passed; MFA comes into force at a known moment. */
    PROPAGATING,
    /** MFA is on. */
    ACTIVE,
    /** MFA was on, and was switched off at the request of the person. */
    TERMINATED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    /** The account ended. */
    CANCELLED,
    /** The helpdesk closed it. */
    CLOSED;

    /** Whether the case can still lead to MFA and can still be withdrawn. */
    public boolean isOpen() {
        return compareTo(ACTIVE) < 0;
    }
}
