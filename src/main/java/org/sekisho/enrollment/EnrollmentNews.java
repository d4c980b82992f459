package org.sekisho.enrollment;

import java.util.Optional;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.AccountFrozen;
import org.sekisho.notice.Notices;
import org.sekisho.process.Processes;
import org.sekisho.process.Variables;
import org.sekisho.termination.MfaTerminated;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.TrialAccounts;
import org.sekisho.verification.VerificationEnded;
import org.sekisho.verification.VerificationPurpose;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what happens elsewhere into facts that a case is told. */
@Component
class EnrollmentNews implements TrialAccounts {

    private final JdbcEnrollments enrollments;
    private final Processes processes;
    private final Enforcement enforcement;
    private final Notices notices;

    EnrollmentNews(JdbcEnrollments enrollments, Processes processes, Enforcement enforcement, Notices notices) {
        this.enrollments = enrollments;
        this.processes = processes;
        this.enforcement = enforcement;
        this.notices = notices;
    }

    @Override
    public boolean isOnTrial(AccountId account) {
        return enrollments
                .open(account)
                .filter(enrollment -> enrollment.state() == EnrollmentState.ON_TRIAL)
                .isPresent();
    }

    @EventListener
    void on(VerificationEnded ended) {
        if (ended.purpose() != VerificationPurpose.TRIAL) {
            return;
        }
        enrollments
                .open(ended.account())
                .filter(enrollment -> enrollment.state() == EnrollmentState.ON_TRIAL)
                .ifPresent(enrollment -> {
                    switch (ended.outcome()) {
                        case PASSED ->
                            processes.correlate(enrollment.caseId(), Enrollments.TRIAL_PASSED, Variables.none());
                        case FAILED, NO_METHOD -> needsHelp(enrollment);
                        case EXPIRED -> {
                            // the trial stays open: the next sign-in is another try
                        }
                    }
                });
    }

    /** Cancels whatever case the account has, also one whose result has not been looked at, and ends enforcement. */
    @EventListener
    void on(AccountEnded ended) {
        enrollments.of(ended.account()).stream()
                .findFirst()
                .ifPresent(newest -> processes.correlate(newest.caseId(), Enrollments.ACCOUNT_ENDED, Variables.none()));
        enforcement.end(ended.account());
    }

    /** A change was disputed: an application that is not active yet is withdrawn, for it may be in the wrong hands. */
    @EventListener
    void on(AccountFrozen frozen) {
        enrollments
                .open(frozen.account())
                .ifPresent(enrollment ->
                        processes.correlate(enrollment.caseId(), Enrollments.APPLICATION_WITHDRAWN, Variables.none()));
    }

    /** MFA is off again: the application that led to it is history, and its result is nothing to look at any more. */
    @EventListener
    void on(MfaTerminated terminated) {
        enrollments.of(terminated.account()).stream()
                .filter(enrollment -> enrollment.state() == EnrollmentState.ACTIVE)
                .forEach(active -> {
                    enrollments.moveTo(active.caseId(), EnrollmentState.TERMINATED);
                    processes.correlate(active.caseId(), Enrollments.MFA_TERMINATED, Variables.none());
                });
    }

    private void needsHelp(Enrollment enrollment) {
        enrollments.moveTo(enrollment.caseId(), EnrollmentState.NEEDS_HELP);
        processes.correlate(enrollment.caseId(), Enrollments.TRIAL_FAILED, Variables.none());
        notices.inform(
                enrollment.account(),
                Optional.of(enrollment.caseId()),
                "trial-help",
                enrollment.caseId().toString());
    }
}
