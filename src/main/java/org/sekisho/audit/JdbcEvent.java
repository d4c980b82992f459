package org.sekisho.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Events as their rows tell them. */
public final class JdbcEvent {

    /** What a query must ask for. */
    public static final String COLUMNS = "canonical, at, actor, action, subject, case_id, step, result, details";

    private JdbcEvent() {}

    /**
     * What a row says by its canonical form, or where somebody has made something else of that, by its other columns: whoever reads is
     * to see that there is something.
     */
    public static AuditEvent read(ResultSet row) throws SQLException {
        Optional<AuditEvent> sealed = sealed(row.getBytes("canonical"));
        return sealed.isPresent() ? sealed.get() : columns(row);
    }

    /** What a canonical form says; empty where it is none any more. */
    public static Optional<AuditEvent> sealed(byte[] canonical) {
        try {
            return Optional.of(CanonicalForm.decode(canonical));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What the columns beside the canonical form say, which prove nothing. */
    public static AuditEvent columns(ResultSet row) throws SQLException {
        Map<String, String> details = new TreeMap<>();
        row.getString("details")
                .lines()
                .map(line -> line.split("=", 2))
                .filter(detail -> detail.length == 2)
                .forEach(detail -> details.put(detail[0], detail[1]));
        return new AuditEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("actor", UUID.class)),
                row.getString("action"),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getString("step")),
                row.getString("result"),
                details);
    }
}
