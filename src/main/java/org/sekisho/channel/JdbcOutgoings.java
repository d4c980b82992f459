package org.sekisho.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox for staff. */
@Component
class JdbcOutgoings implements Outgoings {

    private static final Duration SHOWN_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Breakers breakers;
    private final SendLimits limits;
    private final Clock clock;

    JdbcOutgoings(JdbcClient jdbc, Breakers breakers, SendLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.breakers = breakers;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        // what expired untried was called off with its case; what was tried met a carrier that did not work
        return jdbc.sql("select id, case_id, channel, kind, state, attempts, ended_at from outbound_message"
                        + " where ended_at > :since and (state in ('FAILED', 'UNDELIVERED', 'UNKNOWN')"
                        + " or state = 'EXPIRED' and attempts > 0) order by ended_at desc limit :limit")
                .param("since", JdbcMessages.utc(clock.instant().minus(SHOWN_FOR)))
                .param("limit", limit)
                .query((row, number) -> new DeadLetter(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("case_id", UUID.class))
                                .map(CaseId::new),
                        row.getString("channel"),
                        Message.Kind.valueOf(row.getString("kind")),
                        MessageState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public int waiting() {
        return jdbc.sql("select count(*) from outbound_message where state in ('PENDING', 'SENDING')")
                .query(Integer.class)
                .single();
    }

    @Override
    public Set<String> restingCarriers() {
        return breakers.resting();
    }

    @Override
    public Spending spending() {
        return limits.spending();
    }
}
