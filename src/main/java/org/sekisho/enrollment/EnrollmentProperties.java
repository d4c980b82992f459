package org.sekisho.enrollment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of enrolment.
 *
 * @param propagation how long after the trial MFA comes into force, so that every service knows; 40 minutes by default
 * @param notNowTimes how often set-up may be put off; three times by default
 * @param notNowFor until how long after the application set-up may be put off; two weeks by default
 * @param expiry how long after the application an unfinished case ends; 30 days by default
 * @param remindEvery how often a person who stalls is reminded; weekly by default
 * @param privilegedInPerson whether a privileged account binds its first method in person; not by default
 * @param secondMethod whether a second method is set up before the trial; none by default
 * @param recoveryCodes whether recovery codes, or whatever else is kept in reserve, are offered before the trial; not by default
 */
@ConfigurationProperties("sekisho.enrollment")
public record EnrollmentProperties(
        @DefaultValue("40m") Duration propagation,
        @DefaultValue("3") int notNowTimes,
        @DefaultValue("14d") Duration notNowFor,
        @DefaultValue("30d") Duration expiry,
        @DefaultValue("7d") Duration remindEvery,
        @DefaultValue("false") boolean privilegedInPerson,
        @DefaultValue("none") SecondMethod secondMethod,
        @DefaultValue("none") RecoveryCodes recoveryCodes) {

    /** What is asked about a second method. */
    public enum SecondMethod {
        NONE,
        /** The person may do without. */
        RECOMMENDED,
        /** The trial waits for it, unless there is nothing that the person could add. */
        REQUIRED
    }

    /** What is asked about recovery codes. */
    public enum RecoveryCodes {
        NONE,
        /** The person may do without. */
        OFFERED
    }
}
