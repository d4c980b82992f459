package org.sekisho.archive;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saved searches in the table {@code archive_saved_search}. */
@Component
class JdbcSavedSearches {

    private final JdbcClient jdbc;

    JdbcSavedSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were saved. */
    List<SavedSearch> of(UUID account) {
        return jdbc.sql(
                        "select id, name, criteria from archive_saved_search where account = :account order by saved_at, id")
                .param("account", account)
                .query((row, number) -> new SavedSearch(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        CaseSearch.of(criteria(row.getString("criteria")))))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the account has one of that name */
    void add(UUID account, SavedSearch search, Instant at) {
        jdbc.sql("insert into archive_saved_search (id, account, name, saved_at, criteria)"
                        + " values (:id, :account, :name, :at, :criteria)")
                .param("id", search.id())
                .param("account", account)
                .param("name", search.name())
                .param("at", JdbcArchivedCases.utc(at))
                .param("criteria", lines(search.search().told()))
                .update();
    }

    void remove(UUID account, UUID id) {
        jdbc.sql("delete from archive_saved_search where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .update();
    }

    private static String lines(Map<String, String> criteria) {
        return criteria.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> criteria(String lines) {
        return Arrays.stream(lines.split("\n"))
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> URLDecoder.decode(line.substring(line.indexOf('=') + 1), StandardCharsets.UTF_8)));
    }
}
