package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.testing.ChildNode;
import org.sekisho.testing.ProductNode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that is killed while it writes and seals leaves neither a half block nor an event that is lost or sealed twice. */
@Tag("full")
class KilledSealerTest {

    private static final int KILLS = 5;
    private static final Duration START = Duration.ofMinutes(3);

    @Test
    void whatever_was_being_done_the_trail_is_whole(@TempDir Path directory) {
        Random random = new Random(1);
        int written = -1;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildNode node =
                    ChildNode.start(SealingNode.class, directory.toString(), Integer.toString(written + 1))) {
                for (int block = random.nextInt(8); block >= 0; block--) {
                    node.awaitLine(SealingNode.SEALED, START);
                }
                written = Integer.parseInt(node.awaitLine(SealingNode.WRITTEN, START));
                node.kill();
            }
            try (ConfigurableApplicationContext survivor = ProductNode.start(directory)) {
                survivor.getBean(Sealer.class).seal();
                Verdict verdict = survivor.getBean(TrailVerification.class).verifyAll();
                assertThat(verdict.findings()).as("kill %d", kill).isEmpty();
                assertThat(verdict.unsealed()).isZero();
                List<Integer> numbers = numbers(survivor.getBean(JdbcClient.class));
                assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
                int last = numbers.get(numbers.size() - 1);
                // what was said to be written was; at most one more was, of which nothing could be said any more
                assertThat(numbers).hasSize(last + 1);
                assertThat(last).isGreaterThanOrEqualTo(written);
                written = last;
            }
        }
    }

    private static List<Integer> numbers(JdbcClient jdbc) {
        return jdbc.sql("select details from audit_event where action = 'test.happened' order by id")
                .query((row, place) -> Integer.valueOf(row.getString(1).substring("number=".length())))
                .list();
    }
}
