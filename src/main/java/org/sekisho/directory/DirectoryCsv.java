package org.sekisho.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;

/** Reads a file to import row by row; what can be judged by looking at one row alone is judged here. */
final class DirectoryCsv {

    private static final List<String> REQUIRED = List.of(
            "common_id",
            "name",
            "unit",
            "affiliation",
            "rank",
            "shared",
            "manager",
            "roles",
            "state",
            "language",
            "addresses",
            "password_changed_at");
    private static final String PASSWORD_HASH = "password_hash";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 50;
    private static final int LONGEST_HASH = 500;
    private static final Pattern UNIT = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Consumer<DirectoryRow> rows;
    private final Consumer<ImportProblem> problems;

    DirectoryCsv(Consumer<DirectoryRow> rows, Consumer<ImportProblem> problems) {
        this.rows = rows;
        this.problems = problems;
    }

    /** Hands over every row that is right and every problem, in the order of lines. */
    void read(InputStream file) throws IOException {
        try (Reader reader = reader(file);
                CSVParser parser = CSVParser.parse(
                        reader,
                        CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get())) {
            read(parser);
        }
    }

    private static Reader reader(InputStream file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (CharacterCodingException notText) {
            reader.close();
            return new BrokenReader(notText);
        }
        return reader;
    }

    private void read(CSVParser parser) throws IOException {
        long line = 1;
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                problem(1, "empty");
                return;
            }
            Optional<Map<String, Integer>> columns = header(records.next());
            if (columns.isEmpty()) {
                return;
            }
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                boolean blank = cells.size() == 1 && cells.get(0).isBlank();
                if (!blank) {
                    row(line, cells, columns.get());
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            // what cannot be read as CSV ends the reading: nobody can tell where the next row begins
            problem(line, unreadable(Objects.requireNonNull(e.getCause())));
        }
    }

    private static String unreadable(IOException cause) throws IOException {
        if (cause instanceof CharacterCodingException) {
            return "not-utf-8";
        }
        if (Optional.ofNullable(cause.getMessage())
                .orElse("")
                .contains("EOF reached before encapsulated token finished")) {
            return "quote-open";
        }
        if (cause instanceof CSVException) {
            return "malformed";
        }
        throw cause;
    }

    private Optional<Map<String, Integer>> header(CSVRecord cells) {
        Map<String, Integer> columns = new HashMap<>();
        boolean right = true;
        for (int i = 0; i < cells.size(); i++) {
            String column = cells.get(i).strip();
            if (!REQUIRED.contains(column) && !column.equals(PASSWORD_HASH)) {
                problem(1, "column-unknown", brief(column), String.join(", ", REQUIRED));
                right = false;
            } else if (columns.put(column, i) != null) {
                problem(1, "column-twice", column);
                right = false;
            }
        }
        for (String column : REQUIRED) {
            if (!columns.containsKey(column)) {
                problem(1, "column-missing", column);
                right = false;
            }
        }
        return right ? Optional.of(columns) : Optional.empty();
    }

    private void row(long line, CSVRecord cells, Map<String, Integer> columns) {
        if (cells.size() != columns.size()) {
            problem(line, "cells", Integer.toString(cells.size()), Integer.toString(columns.size()));
            return;
        }
        Cells row = new Cells(line, cells, columns);
        Optional<CommonId> commonId = row.commonId();
        Optional<String> name = row.name();
        Optional<String> unit = row.unit();
        Optional<Affiliation> affiliation = row.oneOf("affiliation", Affiliation.values());
        Optional<Rank> rank = row.oneOf("rank", Rank.values());
        Optional<Boolean> shared = row.yesOrNo("shared");
        Optional<CommonId> manager = row.manager(commonId);
        Set<Role> roles = row.roles();
        Optional<AccountState> state = row.oneOf("state", AccountState.values());
        Optional<Language> language = row.oneOf("language", Language.values());
        List<EmailAddress> addresses = row.addresses();
        Optional<Instant> passwordChangedAt = row.time("password_changed_at");
        Optional<String> passwordHash = columns.containsKey(PASSWORD_HASH) ? row.hash() : Optional.empty();
        if (row.right) {
            rows.accept(new DirectoryRow(
                    line,
                    commonId.orElseThrow(),
                    name.orElseThrow(),
                    unit.orElseThrow(),
                    affiliation.orElseThrow(),
                    rank.orElseThrow(),
                    shared.orElseThrow(),
                    manager,
                    roles,
                    state.orElseThrow(),
                    language.orElseThrow(),
                    addresses,
                    passwordChangedAt,
                    passwordHash));
        }
    }

    private void problem(long line, String what, String... arguments) {
        problems.accept(
                new ImportProblem(line, Optional.empty(), "directory.import." + what, Arrays.asList(arguments)));
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The cells of one row, and whether all that were looked at are right. */
    private final class Cells {

        private final long line;
        private final CSVRecord cells;
        private final Map<String, Integer> columns;
        private boolean right = true;

        private Cells(long line, CSVRecord cells, Map<String, Integer> columns) {
            this.line = line;
            this.cells = cells;
            this.columns = columns;
        }

        private String cell(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : cells.get(index).strip();
        }

        private void wrong(String column, String what, String... arguments) {
            right = false;
            problems.accept(
                    new ImportProblem(line, Optional.of(column), "directory.import." + what, Arrays.asList(arguments)));
        }

        private Optional<CommonId> commonId() {
            Optional<CommonId> commonId = CommonId.parse(cell("common_id"));
            if (commonId.isEmpty()) {
                wrong("common_id", "common-id");
            }
            return commonId;
        }

        private Optional<String> name() {
            String name = cell("name");
            if (name.isEmpty()) {
                wrong("name", "blank");
            } else if (name.length() > LONGEST_NAME) {
                wrong("name", "too-long", Integer.toString(LONGEST_NAME));
            } else if (name.chars().anyMatch(Character::isISOControl)) {
                wrong("name", "control-character");
            }
            return Optional.of(name);
        }

        private Optional<String> unit() {
            String unit = cell("unit");
            if (unit.length() > LONGEST_UNIT || !UNIT.matcher(unit).matches()) {
                wrong("unit", "unit", Integer.toString(LONGEST_UNIT));
            }
            return Optional.of(unit);
        }

        private <E extends Enum<E>> Optional<E> oneOf(String column, E[] values) {
            String cell = cell(column);
            for (E value : values) {
                if (cell.equals(value.name().toLowerCase(Locale.ROOT))) {
                    return Optional.of(value);
                }
            }
            wrong(column, "one-of", brief(cell), names(values));
            return Optional.empty();
        }

        private String names(Enum<?>[] values) {
            return Arrays.stream(values)
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }

        private Optional<Boolean> yesOrNo(String column) {
            String cell = cell(column);
            if (cell.equals("true") || cell.equals("false")) {
                return Optional.of(cell.equals("true"));
            }
            wrong(column, "one-of", brief(cell), "true, false");
            return Optional.empty();
        }

        private Optional<CommonId> manager(Optional<CommonId> commonId) {
            String cell = cell("manager");
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            Optional<CommonId> manager = CommonId.parse(cell);
            if (manager.isEmpty()) {
                wrong("manager", "common-id");
            } else if (manager.equals(commonId)) {
                wrong("manager", "manager-self");
            }
            return manager;
        }

        private Set<Role> roles() {
            Set<Role> roles = new LinkedHashSet<>();
            for (String part : list(cell("roles"))) {
                Optional<Role> role = Arrays.stream(Role.values())
                        .filter(value -> value.key().equals(part))
                        .findFirst();
                if (role.isEmpty()) {
                    wrong("roles", "one-of", brief(part), names(Role.values()));
                } else if (!roles.add(role.get())) {
                    wrong("roles", "list-twice");
                }
            }
            // everybody holds their own account, which needs no row
            roles.remove(Role.HOLDER);
            return roles;
        }

        private List<EmailAddress> addresses() {
            List<EmailAddress> addresses = new ArrayList<>();
            for (String part : list(cell("addresses"))) {
                Optional<EmailAddress> address = EmailAddress.parse(part);
                if (address.isEmpty()) {
                    wrong("addresses", "address");
                } else if (addresses.contains(address.get())) {
                    wrong("addresses", "list-twice");
                } else {
                    addresses.add(address.get());
                }
            }
            return addresses;
        }

        private Optional<Instant> time(String column) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            try {
                // the table keeps microseconds
                return Optional.of(OffsetDateTime.parse(cell).toInstant().truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeException e) {
                wrong(column, "time", brief(cell));
                return Optional.empty();
            }
        }

        private Optional<String> hash() {
            String cell = cell(PASSWORD_HASH);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            if (cell.length() > LONGEST_HASH || !Argon2Passwords.knows(cell)) {
                wrong(PASSWORD_HASH, "hash");
            }
            return Optional.of(cell);
        }
    }

    /** Fails at the first reading, where the reading of rows tells of it. */
    private static final class BrokenReader extends Reader {

        private final IOException failure;

        private BrokenReader(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            throw failure;
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
