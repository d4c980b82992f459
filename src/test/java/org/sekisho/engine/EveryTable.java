package org.sekisho.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Searches every column of every table, the engine's included, for texts that must not stand there. */
public final class EveryTable {

    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final DataSource dataSource;

    EveryTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Where one of the markers stands, as text or as bytes, ignoring case.
     *
     * @param except tables, in any case, that are known to hold them, such as those of contacts
     * @return entries such as {@code ACT_HI_DETAIL.TEXT_ holds <marker>}, in order
     */
    public Set<String> placesOf(Collection<String> markers, String... except) {
        Set<String> skipped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        skipped.addAll(List.of(except));
        Set<String> places = new TreeSet<>();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (String table : tables(connection)) {
                if (!skipped.contains(table)) {
                    search(connection, table, markers, places);
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException("cannot search the database", unreadable);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        return places;
    }

    /** The names of all tables that {@link #placesOf} searches when it excepts none. */
    public List<String> tables() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return tables(connection);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("cannot list the tables", unreadable);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static void search(Connection connection, String table, Collection<String> markers, Set<String> places)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    String text = text(rows, column);
                    if (text != null) {
                        for (String marker : markers) {
                            if (text.contains(marker.toLowerCase(Locale.ROOT))) {
                                places.add(table + "." + rows.getMetaData().getColumnName(column) + " holds " + marker);
                            }
                        }
                    }
                }
            }
        }
    }

    private static @Nullable String text(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        if (BYTES.contains(type)) {
            byte[] bytes = rows.getBytes(column);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
        String text = rows.getString(column);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
