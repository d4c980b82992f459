package org.sekisho.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saved filters in the table {@code helpdesk_saved_filter}. */
@Component
class JdbcSavedFilters {

    private final JdbcClient jdbc;

    JdbcSavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were saved. */
    List<SavedFilter> of(AccountId account) {
        return jdbc.sql("select * from helpdesk_saved_filter where account = :account order by saved_at, id")
                .param("account", account.value())
                .query((row, number) -> filter(row))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the account has one of that name */
    void add(AccountId account, SavedFilter filter, Instant at) {
        jdbc.sql("""
                        insert into helpdesk_saved_filter (id, account, name, saved_at, filter, process, sorting, text)
                        values (:id, :account, :name, :at, :filter, :process, :sorting, :text)
                        """)
                .param("id", filter.id())
                .param("account", account.value())
                .param("name", filter.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("filter", filter.search().filter().name())
                .param("process", filter.search().kind().map(ProcessKey::value).orElse(null))
                .param("sorting", filter.search().order().name())
                .param("text", filter.search().text())
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the account has another of that name */
    void rename(AccountId account, UUID id, String name) {
        jdbc.sql("update helpdesk_saved_filter set name = :name where id = :id and account = :account")
                .param("name", name)
                .param("id", id)
                .param("account", account.value())
                .update();
    }

    void remove(AccountId account, UUID id) {
        jdbc.sql("delete from helpdesk_saved_filter where id = :id and account = :account")
                .param("id", id)
                .param("account", account.value())
                .update();
    }

    private static SavedFilter filter(ResultSet row) throws SQLException {
        return new SavedFilter(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new QueueSearch(
                        QueueFilter.valueOf(row.getString("filter")),
                        Optional.ofNullable(row.getString("process")).map(ProcessKey::new),
                        QueueOrder.valueOf(row.getString("sorting")),
                        row.getString("text")));
    }
}
