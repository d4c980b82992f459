package org.sekisho.report;

import java.util.List;

/**
 * One table of a report; beside it a chart of some of its columns.
 *
 * @param name names the texts {@code report.<name>.title} and {@code report.column.<column>}
 * @param labels how many of the first columns say what a row is about
 * @param charted the columns of which there is a chart, by their places
 */
public record Table(String name, List<String> columns, int labels, List<Integer> charted, List<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        charted = List.copyOf(charted);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
