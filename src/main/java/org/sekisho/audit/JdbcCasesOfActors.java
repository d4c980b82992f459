package org.sekisho.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases of actors by the index of the table {@code audit_event} on who acted. */
@Component
class JdbcCasesOfActors implements CasesOfActors {

    /** Somebody who works on a case leaves about so many events, so that nobody's whole past is read. */
    private static final int EVENTS_OF_A_CASE = 20;

    private final JdbcClient jdbc;

    JdbcCasesOfActors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> of(Collection<UUID> actors, int most) {
        if (actors.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select case_id, max(id) as newest from (select case_id, id from audit_event"
                        + " where actor in (:actors) and case_id is not null and action not like '%.case-read'"
                        + " order by id desc limit :events) e group by case_id order by newest desc limit :most")
                .param("actors", actors)
                .param("events", EVENTS_OF_A_CASE * most)
                .param("most", most)
                .query((row, number) -> row.getObject("case_id", UUID.class))
                .list();
    }
}
