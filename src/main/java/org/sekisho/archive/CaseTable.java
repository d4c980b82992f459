package org.sekisho.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.Account;

/**
 * Cases as lines of text that a spreadsheet reads: UTF-8 with the mark by which Excel knows it, commas, and CRLF (RFC 4180). No cell
 * is a formula, whatever somebody is called.
 */
final class CaseTable {

    private static final char MARK = '\uFEFF';
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");
    private static final List<String> COLUMNS = List.of(
            "case",
            "case_id",
            "process",
            "model_version",
            "account",
            "name",
            "state",
            "step_process",
            "step",
            "outcome",
            "started_at",
            "ended_at",
            "seconds");

    private final Writer out;

    CaseTable(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(MARK);
        line(COLUMNS);
    }

    /** @param subject whom it is about, where the directory knows them */
    void add(ArchivedCase found, @Nullable Account subject) throws IOException {
        Optional<Account> person = Optional.ofNullable(subject);
        line(List.of(
                found.number(),
                found.id().toString(),
                found.process().value(),
                Integer.toString(found.version()),
                person.map(account -> account.commonId().value()).orElse(""),
                person.map(Account::name).orElse(""),
                found.state().key(),
                found.step().map(step -> step.process().value()).orElse(""),
                found.step().map(ArchivedCase.Step::element).orElse(""),
                found.outcome().orElse(""),
                found.startedAt().toString(),
                found.endedAt().map(Instant::toString).orElse(""),
                found.duration().map(Duration::toSeconds).map(String::valueOf).orElse("")));
    }

    /** All that was added is on its way. */
    void flush() throws IOException {
        out.flush();
    }

    private void line(List<String> cells) throws IOException {
        for (int place = 0; place < cells.size(); place++) {
            if (place > 0) {
                out.write(',');
            }
            out.write(cell(cells.get(place)));
        }
        out.write("\r\n");
    }

    static String cell(String value) {
        // a spreadsheet takes what begins so for a formula, and an apostrophe for plain text
        String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return harmless.chars().anyMatch(character -> ",\"\r\n'".indexOf(character) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
