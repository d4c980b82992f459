package org.sekisho.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was found unusual: tables {@code report_pattern} and {@code report_pattern_case}. */
@Component
class JdbcPatterns {

    private final JdbcClient jdbc;

    JdbcPatterns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new that day; what is known gets the cases that have come since. */
    boolean add(Pattern found) {
        boolean isNew = jdbc.sql(
                                "INSERT INTO report_pattern (id, kind, about, found_on, found_at)"
                                        + " SELECT :id, :kind, :about, :day, :found WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM report_pattern WHERE kind = :kind AND about = :about AND found_on = :day)")
                        .param("id", found.id())
                        .param("kind", found.kind().key())
                        .param("about", found.about())
                        .param("day", found.day())
                        .param("found", found.foundAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        for (CaseId caseId : found.cases()) {
            jdbc.sql(
                            "INSERT INTO report_pattern_case (pattern_id, case_id)"
                                    + " SELECT p.id, CAST(:caseId AS uuid) FROM report_pattern p"
                                    + " WHERE p.kind = :kind AND p.about = :about AND p.found_on = :day AND NOT EXISTS"
                                    + " (SELECT 1 FROM report_pattern_case c WHERE c.pattern_id = p.id AND c.case_id = :caseId)")
                    .param("caseId", caseId.value())
                    .param("kind", found.kind().key())
                    .param("about", found.about())
                    .param("day", found.day())
                    .update();
        }
        return isNew;
    }

    /** The newest first, with their cases. */
    List<Pattern> newest(int limit) {
        Map<UUID, Pattern> found = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM report_pattern ORDER BY found_at DESC, id LIMIT :limit")
                .param("limit", limit)
                .query((row, number) -> new Pattern(
                        row.getObject("id", UUID.class),
                        Pattern.Kind.valueOf(
                                row.getString("kind").replace('-', '_').toUpperCase(Locale.ROOT)),
                        row.getString("about"),
                        row.getObject("found_on", LocalDate.class),
                        row.getObject("found_at", OffsetDateTime.class).toInstant(),
                        List.of()))
                .list()
                .forEach(pattern -> found.put(pattern.id(), pattern));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<CaseId>> cases = new LinkedHashMap<>();
        jdbc.sql("SELECT pattern_id, case_id FROM report_pattern_case WHERE pattern_id IN (:patterns) ORDER BY case_id")
                .param("patterns", found.keySet())
                .query((row, number) -> cases.computeIfAbsent(
                                row.getObject("pattern_id", UUID.class), pattern -> new ArrayList<>())
                        .add(new CaseId(row.getObject("case_id", UUID.class))))
                .list();
        return found.values().stream()
                .map(pattern -> new Pattern(
                        pattern.id(),
                        pattern.kind(),
                        pattern.about(),
                        pattern.day(),
                        pattern.foundAt(),
                        cases.getOrDefault(pattern.id(), List.of())))
                .toList();
    }
}
