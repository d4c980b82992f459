package org.sekisho.throttle;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Counts what is used up, exactly and shared between nodes: of any number of parallel uses exactly as many are allowed as fit. */
public interface Quotas {

    /**
     * Uses of all quotas at once, or of none. They are locked in the order given, which must be the same for all who use some of
     * the same.
     *
     * @throws IllegalStateException where a transaction is open
     */
    Verdict use(List<Quota> quotas);

    /** How much of a subject is used now. */
    int used(String subject);

    /** Whether it was used. */
    sealed interface Verdict {

        /** @param used how much of each subject is used now, this use included */
        record Allowed(Map<String, Integer> used) implements Verdict {}

        /** Nothing was used: one quota, of several the one that lasts longest, has not enough left until then. */
        record Exceeded(Quota quota, Instant until) implements Verdict {}
    }
}
