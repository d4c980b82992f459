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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Searches every column of every table, the engine's included, for texts that must not stand there. */
public final class EveryTable {

    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private static final Set<Integer> TIMES =
            Set.of(Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE);

    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.DOUBLE);

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-z])[0-9]+(?![0-9a-z])");

    private static final int CODE_DIGITS = 6;

    private final DataSource dataSource;

    EveryTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Where one of the markers stands, as text or as bytes, ignoring case. Bytes are given as a text in ISO 8859-1. A marker of
     * digits alone, such as a code, is found only where it is a whole number or word.
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
                    for (String text : texts(rows, column)) {
                        for (String marker : markers) {
                            if (holds(text, marker)) {
                                places.add(table + "." + rows.getMetaData().getColumnName(column) + " holds " + marker);
                            }
                        }
                    }
                }
            }
        }
    }

    /** A code is found only where it stands alone: six digits in a row occur in every longer number. */
    private static boolean holds(String text, String marker) {
        if (!DIGITS.matcher(marker).matches()) {
            return text.contains(marker.toLowerCase(Locale.ROOT));
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (number.group().equals(marker)) {
                return true;
            }
        }
        return false;
    }

    /** What a value may mean: bytes may be text in UTF-8 or what they are, a number may have been a code with zeros in front. */
    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        if (TIMES.contains(type)) {
            return List.of();
        }
        if (BYTES.contains(type)) {
            byte[] bytes = rows.getBytes(column);
            return bytes == null
                    ? List.of()
                    : List.of(
                            new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
                            new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        }
        String text = rows.getString(column);
        if (text == null) {
            return List.of();
        }
        if (NUMBERS.contains(type)) {
            String whole = text.replaceFirst("\\..*", "");
            return List.of(whole, "0".repeat(Math.max(0, CODE_DIGITS - whole.length())) + whole);
        }
        return List.of(text.toLowerCase(Locale.ROOT));
    }
}
