package org.sekisho.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases in the table {@code helpdesk_case}. */
@Component
class JdbcCases {

    private static final String MAY_BE_READ = " and (c.subject is null or c.subject <> :me)"
            + " and not exists (select 1 from helpdesk_case_barred b where b.case_id = c.case_id and b.account = :me)"
            + " and exists (select 1 from helpdesk_case_group g where g.case_id = c.case_id and g.group_name in (:groups))";

    private final JdbcClient jdbc;

    JdbcCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A group has been offered a task of the case, perhaps not the first, or others are barred from one. */
    void offered(OfferedTask task) {
        UUID caseId = task.caseId().value();
        if (find(task.caseId()).isEmpty()) {
            jdbc.sql("insert into helpdesk_case (case_id, case_number, process, subject, offered_at)"
                            + " values (:caseId, :number, :process, :subject, :at)")
                    .param("caseId", caseId)
                    .param("number", CaseNumbers.of(task.caseId()))
                    .param("process", task.process().value())
                    .param("subject", task.subject().orElse(null))
                    .param("at", task.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
        Set<String> groups = new TreeSet<>(task.groups());
        groups.removeAll(jdbc.sql("select group_name from helpdesk_case_group where case_id = :caseId")
                .param("caseId", caseId)
                .query(String.class)
                .list());
        groups.forEach(
                group -> jdbc.sql("insert into helpdesk_case_group (case_id, group_name) values (:caseId, :group)")
                        .param("caseId", caseId)
                        .param("group", group)
                        .update());
        Set<UUID> barred = new TreeSet<>(task.barred().accounts());
        barred.removeAll(jdbc.sql("select account from helpdesk_case_barred where case_id = :caseId")
                .param("caseId", caseId)
                .query(UUID.class)
                .list());
        barred.forEach(
                account -> jdbc.sql("insert into helpdesk_case_barred (case_id, account) values (:caseId, :account)")
                        .param("caseId", caseId)
                        .param("account", account)
                        .update());
    }

    /** The case, whoever may read it. */
    Optional<Known> find(CaseId id) {
        return jdbc.sql("select c.* from helpdesk_case c where c.case_id = :id")
                .param("id", id.value())
                .query((row, number) -> known(row))
                .optional();
    }

    /** The case, where the actor may read it. */
    Optional<Known> find(Actor actor, CaseId id) {
        if (actor.id().isEmpty() || actor.groups().isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select c.* from helpdesk_case c where c.case_id = :id" + MAY_BE_READ)
                .param("id", id.value())
                .param("me", actor.id().get())
                .param("groups", actor.groups())
                .query((row, number) -> known(row))
                .optional();
    }

    /** The cases with such a number, which are seldom more than one. */
    List<CaseId> numbered(String number) {
        return jdbc.sql("select c.case_id from helpdesk_case c where c.case_number = :number")
                .param("number", number)
                .query((row, place) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new CaseId(row.getObject("case_id", UUID.class)),
                new ProcessKey(row.getString("process")),
                Optional.ofNullable(row.getObject("subject", UUID.class)).map(AccountId::new),
                row.getObject("offered_at", OffsetDateTime.class));
    }

    /** What is kept of a case. */
    record Known(CaseId id, ProcessKey process, Optional<AccountId> subject, OffsetDateTime offeredAt) {}
}
