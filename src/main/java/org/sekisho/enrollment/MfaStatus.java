package org.sekisho.enrollment;

import java.time.Instant;

/** Where MFA stands for an account. */
public sealed interface MfaStatus {

    record Off() implements MfaStatus {}

    record BeingSetUp(EnrollmentState state) implements MfaStatus {}

    /** Set up and tried; comes into force by itself. */
    record ActiveAt(Instant at) implements MfaStatus {}

    record On() implements MfaStatus {}
}
