package org.sekisho.enrollment;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of the way to MFA, as a person sees it.
 *
 * @param until by when it will be done or must be done, where that is known
 */
public record Milestone(Kind kind, Progress progress, Optional<Instant> until) {

    /** The steps, in their order. */
    public enum Kind {
        APPLICATION,
        APPROVAL,
        FIRST_METHOD,
        CONTACT,
        /** Only where the policy of the case asks for it. */
        SECOND_METHOD,
        TRIAL,
        ACTIVATION
    }

    /** How far a step is. */
    public enum Progress {
        DONE,
        /** Waits for the person. */
        NOW,
        /** Waits for somebody or something else. */
        WAITING,
        /** The person does without. */
        SKIPPED,
        LATER
    }
}
