package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Tasks that were open before cases had files and work was counted. */
class OpenTasksOfAnEarlierReleaseTest {

    private static final UUID CASE = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");
    private static final UUID BARRED = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000002");

    @Test
    void have_a_file_with_their_groups_and_are_counted() throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        migrated(url, "46");
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            for (String task : List.of(
                    "'first', 'helpdesk', timestamp with time zone '2026-11-01 09:00:00+09', timestamp with time zone '2026-11-02 09:00:00+09'",
                    "'first', 'lead', timestamp with time zone '2026-11-01 09:00:00+09', timestamp with time zone '2026-11-02 09:00:00+09'",
                    "'second', 'lead', timestamp with time zone '2026-11-03 09:00:00+09', timestamp with time zone '9999-12-31 00:00:00+00'",
                    "'other', 'approver:sci', timestamp with time zone '2026-11-03 09:00:00+09', timestamp with time zone '9999-12-31 00:00:00+00'")) {
                UUID caseId = task.contains("other") ? UUID.randomUUID() : CASE;
                sql.execute("insert into helpdesk_task (task_id, group_name, created_at, due_at, case_id, case_number,"
                        + " process, element, form_key, priority, follow_up_at) values (" + task + ", '" + caseId
                        + "', '"
                        + caseId.toString().substring(0, 8)
                        + "', 'recovery', 'e', 'f', 50, timestamp with time zone '9999-12-31 00:00:00+00')");
            }
            sql.execute("insert into helpdesk_task_barred (task_id, account) values ('second', '" + BARRED + "')");
        }
        migrated(url, "48");

        assertThat(rows(url, "select case_number, process from helpdesk_case where case_id = '" + CASE + "'"))
                .containsExactly("0a1b2c3d recovery");
        assertThat(rows(url, "select count(*), 'cases' from helpdesk_case")).containsExactly("2 cases");
        assertThat(rows(
                        url,
                        "select group_name, 'group' from helpdesk_case_group where case_id = '" + CASE
                                + "' order by group_name"))
                .containsExactly("helpdesk group", "lead group");
        assertThat(rows(url, "select account, 'barred' from helpdesk_case_barred"))
                .containsExactly(BARRED + " barred");
        assertThat(rows(url, "select task_id, due_at is null from helpdesk_work order by task_id"))
                .containsExactly("first FALSE", "second TRUE");
    }

    private static void migrated(String url, String to) {
        Flyway.configure().dataSource(url, "", "").target(to).load().migrate();
    }

    private static List<String> rows(String url, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2));
            }
            return rows;
        }
    }
}
