package org.sekisho.recovery;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL, and many more of them: {@code -Dsequences=} says how many. */
@OnPostgres
class RecoveryPropertyIT extends RecoveryPropertyTest {

    private static final int MANY = Integer.getInteger("sequences", 10_000);

    @Test
    @Tag("full")
    void ten_thousand_sequences_two_at_a_time() throws Exception {
        long seed = new Random().nextLong();
        System.out.printf(Locale.ROOT, "random sequences of recovery: seed %d%n", seed);
        AtomicInteger next = new AtomicInteger();
        InParallel.on(2, () -> {
            for (int sequence = next.getAndIncrement(); sequence < MANY; sequence = next.getAndIncrement()) {
                play(seed, sequence);
            }
            return true;
        });
        tell(MANY);
    }
}
