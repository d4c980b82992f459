package org.sekisho.directory;

import java.util.List;

/**
 * What an import did or would do.
 *
 * @param written whether it was written; false for a rehearsal and where a row is wrong
 * @param rows how many accounts the file has
 * @param added accounts that are new
 * @param changed accounts of which something changes
 * @param ended accounts that end
 * @param unchanged accounts that are already as the file says
 * @param problems what is wrong, in the order of lines, the first thousand of them
 * @param problemCount how many things are wrong in all
 */
public record ImportReport(
        boolean written,
        int rows,
        int added,
        int changed,
        int ended,
        int unchanged,
        List<ImportProblem> problems,
        int problemCount) {

    public ImportReport {
        problems = List.copyOf(problems);
    }

    public boolean isClean() {
        return problemCount == 0;
    }
}
