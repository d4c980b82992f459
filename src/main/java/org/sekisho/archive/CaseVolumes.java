package org.sekisho.archive;

import java.time.LocalDate;
import java.util.List;
import org.sekisho.process.ProcessKey;

/** How many cases begin and end, by process, state, and day or month of the organisation's own time zone. */
public interface CaseVolumes {

    /** The cases that began from one day on until before another, by the state in which they are now. */
    List<Volume> started(LocalDate from, LocalDate until, Span span);

    /** The cases that ended from one day on until before another. */
    List<Volume> ended(LocalDate from, LocalDate until, Span span);

    /** What is counted together. */
    enum Span {
        DAY,
        MONTH
    }

    /**
     * A number of cases.
     *
     * @param day the day, or the first day of the month
     */
    record Volume(LocalDate day, ProcessKey process, CaseState state, long cases) {}
}
