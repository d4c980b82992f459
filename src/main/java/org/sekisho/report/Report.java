package org.sekisho.report;

import java.util.List;
import java.util.Optional;

/** What was counted. */
public record Report(ReportKind kind, Period period, List<Table> tables, Optional<Heat> heat) {

    public Report {
        tables = List.copyOf(tables);
    }
}
