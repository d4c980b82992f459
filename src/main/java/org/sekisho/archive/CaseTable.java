package org.sekisho.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.Account;
import org.sekisho.shared.CsvTable;

/** Cases as lines of text that a spreadsheet reads. */
final class CaseTable {

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

    private final CsvTable table;

    CaseTable(OutputStream out) throws IOException {
        table = new CsvTable(out, COLUMNS);
    }

    /** @param subject whom it is about, where the directory knows them */
    void add(ArchivedCase found, @Nullable Account subject) throws IOException {
        Optional<Account> person = Optional.ofNullable(subject);
        table.add(List.of(
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
        table.flush();
    }
}
