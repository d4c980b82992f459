package org.sekisho.recovery;

import java.time.Clock;
import java.time.Duration;
import org.sekisho.directory.AccountId;
import org.springframework.stereotype.Component;

/** How often an account has been recovered lately: more than the yearly quota asks for better evidence. */
@Component
class Earlier {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final JdbcRecoveries recoveries;
    private final Clock clock;

    Earlier(JdbcRecoveries recoveries, Clock clock) {
        this.recoveries = recoveries;
        this.clock = clock;
    }

    /** Recoveries of the account that were completed within the last year. */
    int recoveries(AccountId account) {
        return recoveries.recoveredSince(account, clock.instant().minus(A_YEAR));
    }
}
