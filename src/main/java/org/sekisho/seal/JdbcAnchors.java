package org.sekisho.seal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The anchors that this installation has made, in the table {@code seal_anchor}. */
@Component
class JdbcAnchors {

    private final JdbcClient jdbc;

    JdbcAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Anchor anchor, Instant now) {
        jdbc.sql("INSERT INTO seal_anchor (line, anchored_at) VALUES (:line, :now)")
                .param("line", anchor.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Anchor> all() {
        return jdbc.sql("SELECT line FROM seal_anchor ORDER BY id").query(String.class).list().stream()
                .flatMap(Anchor::in)
                .toList();
    }

    Optional<Made> last() {
        return jdbc
                .sql("SELECT line, anchored_at FROM seal_anchor ORDER BY id DESC LIMIT 1")
                .query((row, place) -> {
                    Instant at =
                            row.getObject("anchored_at", OffsetDateTime.class).toInstant();
                    return Anchor.in(row.getString("line"))
                            .map(anchor -> new Made(anchor, at))
                            .toList();
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .findFirst();
    }

    /** An anchor and when it was made. */
    record Made(Anchor anchor, Instant at) {}
}
