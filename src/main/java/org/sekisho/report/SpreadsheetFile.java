package org.sekisho.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;

/**
 * Tables as a file that a spreadsheet opens: UTF-8 with the mark by which it is recognised, and nothing that a spreadsheet would
 * take for a formula. Times are in seconds, shares in hundredths.
 */
final class SpreadsheetFile {

    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";
    private static final String TO_BE_QUOTED = ",\"\r\n";

    private SpreadsheetFile() {}

    static byte[] of(List<Table> tables, Messages messages, Language language) {
        StringBuilder file = new StringBuilder(MARK);
        for (Table table : tables) {
            if (tables.size() > 1) {
                line(file, Stream.of(messages.text(language, "report." + table.name() + ".title")));
            }
            line(file, table.columns().stream().map(column -> messages.text(language, "report.column." + column)));
            table.rows().forEach(row -> line(file, row.stream().map(cell -> cell.plain(messages, language))));
            if (tables.size() > 1) {
                file.append(END);
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder file, Stream<String> values) {
        file.append(values.map(SpreadsheetFile::written).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String written(String value) {
        String harmless = isFormula(value) ? "'" + value : value;
        return harmless.chars().anyMatch(character -> TO_BE_QUOTED.indexOf(character) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
    }
}
