package org.sekisho.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.sekisho.shared.CsvTable;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;

/** Tables as a file that a spreadsheet opens. Times are in seconds, shares in hundredths. */
final class SpreadsheetFile {

    private SpreadsheetFile() {}

    static byte[] of(List<Table> tables, Messages messages, Language language) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            CsvTable lines = new CsvTable(file);
            for (Table table : tables) {
                if (tables.size() > 1) {
                    lines.add(List.of(messages.text(language, "report." + table.name() + ".title")));
                }
                lines.add(table.columns().stream()
                        .map(column -> messages.text(language, "report.column." + column))
                        .toList());
                for (List<Cell> row : table.rows()) {
                    lines.add(row.stream()
                            .map(cell -> cell.plain(messages, language))
                            .toList());
                }
                if (tables.size() > 1) {
                    lines.add(List.of());
                }
            }
            lines.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
