package org.sekisho.shared;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of text that a spreadsheet reads: UTF-8 with the mark by which Excel knows it, commas, and CRLF (RFC 4180). No cell is a
 * formula, whatever somebody is called. Holds no more than a few kilobytes of them at once.
 */
public final class CsvTable {

    private static final char MARK = '\uFEFF';
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@＝＋－＠\\t\\r\\n].*");

    private final Writer out;

    /** Lines of whatever kind, several tables below each other for example. */
    public CsvTable(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(MARK);
    }

    /** @param columns what stands in the first line */
    public CsvTable(OutputStream out, List<String> columns) throws IOException {
        this(out);
        add(columns);
    }

    public void add(List<String> cells) throws IOException {
        for (int place = 0; place < cells.size(); place++) {
            if (place > 0) {
                out.write(',');
            }
            out.write(cell(cells.get(place)));
        }
        out.write("\r\n");
    }

    /** All that was added is on its way. */
    public void flush() throws IOException {
        out.flush();
    }

    static String cell(String value) {
        // a spreadsheet takes what begins so for a formula, and an apostrophe for plain text
        String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return harmless.chars().anyMatch(character -> ",\"\r\n'".indexOf(character) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
