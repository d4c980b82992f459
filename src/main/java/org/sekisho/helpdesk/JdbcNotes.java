package org.sekisho.helpdesk;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes in the table {@code helpdesk_note}: they are added and read, never changed. */
@Component
class JdbcNotes {

    private final JdbcClient jdbc;

    JdbcNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId caseId, CaseNote note) {
        jdbc.sql("insert into helpdesk_note (id, case_id, author, written_at, text)"
                        + " values (:id, :caseId, :author, :at, :text)")
                .param("id", UUID.randomUUID())
                .param("caseId", caseId.value())
                .param("author", note.author().value())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .param("text", note.text())
                .update();
    }

    /** The cases are gone. */
    void remove(Collection<CaseId> cases) {
        jdbc.sql("delete from helpdesk_note where case_id in (:cases)")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .update();
    }

    /** The newest first. */
    List<CaseNote> of(CaseId caseId, int most) {
        return jdbc.sql("select author, written_at, text from helpdesk_note where case_id = :caseId"
                        + " order by written_at desc, id limit :most")
                .param("caseId", caseId.value())
                .param("most", most)
                .query((row, number) -> new CaseNote(
                        new AccountId(row.getObject("author", UUID.class)),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }
}
