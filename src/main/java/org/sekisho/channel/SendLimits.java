package org.sekisho.channel;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;

/**
 * Guards what may be sent to telephones, exactly and over all nodes, against flooding and toll fraud. Asked <em>before</em> a
 * code is made.
 */
public interface SendLimits {

    /**
     * Counts one sending against every limit, or against none.
     *
     * @param source the network that the person asks from, as a keyed digest; empty where no person asks
     * @throws IllegalStateException where a transaction is open
     */
    Verdict take(AccountId account, Destination destination, Optional<String> source);

    /** What has been spent today. */
    Spending spending();

    /** Whether it may be sent. */
    sealed interface Verdict {

        record Allowed() implements Verdict {}

        /**
         * It may not; nothing was counted.
         *
         * @param until when asking again has a chance; empty where time alone changes nothing
         */
        record Refused(Reason reason, Optional<Instant> until) implements Verdict {}
    }

    /** What stands against it. */
    enum Reason {
        /** The number has been sent to as often as it may. */
        NUMBER,
        /** The account has asked as often as it may. */
        ACCOUNT,
        /** Too many have asked from the same network. */
        SOURCE,
        /** As much has gone to the number's country as may. */
        COUNTRY,
        /** The policy sends nothing to the number's country. */
        COUNTRY_CLOSED,
        /** The day's money is spent. */
        COST
    }
}
