package org.sekisho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who was shown to whom is in the trail, once for a screen that looks again by itself. */
@SekishoTest
class RecordedReadingsTest {

    private static final String ACTION = "helpdesk.queue-read";

    @Autowired
    private Readings readings;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final AccountId reader = new AccountId(UUID.randomUUID());
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void whoever_was_shown_a_moment_ago_is_not_told_again_and_a_minute_later_is() {
        shown(one);
        shown(one, other);
        shown(one, other);
        assertThat(subjects()).containsExactly(one, other);

        clock.advance(Duration.ofMinutes(1));
        shown(one);
        assertThat(subjects()).containsExactly(one, other, one);
    }

    @Test
    void a_reading_that_was_undone_with_its_transaction_is_told_the_next_time() {
        transaction.executeWithoutResult(status -> {
            shown(one);
            status.setRollbackOnly();
        });
        assertThat(subjects()).isEmpty();

        transaction.executeWithoutResult(status -> shown(one));
        transaction.executeWithoutResult(status -> shown(one));
        assertThat(subjects()).containsExactly(one);
    }

    private void shown(UUID... people) {
        try (SignedInAs ignored = SignedInAs.withRoles(reader, Role.HELPDESK)) {
            readings.shown(ACTION, Optional.empty(), List.of(people));
        }
    }

    private List<UUID> subjects() {
        return jdbc.sql("select subject from audit_event where actor = :actor and action = :action order by id")
                .param("actor", reader.value())
                .param("action", ACTION)
                .query(UUID.class)
                .list();
    }
}
