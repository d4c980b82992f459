package org.sekisho.factor.messagecode;

import java.time.Instant;
import java.util.Optional;

/**
 * Why no message goes out.
 *
 * @param until when asking again has a chance; empty where time alone changes nothing
 */
public record SendRefusal(Reason reason, Optional<Instant> until) {

    /** What stands against it. */
    public enum Reason {
        /** One has only just gone out. */
        TOO_SOON,
        /** This set-up or sign-in has had its share. */
        TOO_MANY,
        /** The number, the account, the network or its country has had its share. */
        LIMITED,
        /** Nothing is sent to the number's country. */
        COUNTRY_CLOSED,
        /** The number has lately moved to another SIM: a person looks at it first. */
        SIM_CHANGED
    }
}
