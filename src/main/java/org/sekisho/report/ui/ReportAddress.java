package org.sekisho.report.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.process.ProcessKey;
import org.sekisho.report.Period;
import org.sekisho.report.ReportKind;

/** The address of a report, so that a link or a reload shows the same: what, of which days, of which process. */
record ReportAddress(Optional<ReportKind> kind, Optional<Period> period, Optional<ProcessKey> process) {

    private static final String KIND = "report";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String PROCESS = "process";

    QueryParameters parameters() {
        Map<String, String> told = new LinkedHashMap<>();
        kind.ifPresent(what -> told.put(KIND, what.key()));
        period.ifPresent(days -> {
            told.put(FROM, days.from().toString());
            told.put(UNTIL, days.until().toString());
        });
        process.ifPresent(of -> told.put(PROCESS, of.value()));
        return QueryParameters.simple(told);
    }

    static ReportAddress read(QueryParameters told) {
        return new ReportAddress(
                told.getSingleParameter(KIND).flatMap(ReportKind::find),
                period(told),
                told.getSingleParameter(PROCESS)
                        .filter(process -> process.matches("[a-z-]{1,64}"))
                        .map(ProcessKey::new));
    }

    private static Optional<Period> period(QueryParameters told) {
        try {
            return told.getSingleParameter(FROM).flatMap(from -> told.getSingleParameter(UNTIL)
                    .map(until -> new Period(LocalDate.parse(from), LocalDate.parse(until))));
        } catch (DateTimeException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
