package org.sekisho.cli;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells that the file of the built-in database belongs to a running node. */
final class JdbcDatabaseInUse extends AbstractFailureAnalyzer<SQLException> {

    /** H2: DATABASE_ALREADY_OPEN_1. */
    private static final int ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return cause.getErrorCode() == ALREADY_OPEN
                ? new FailureAnalysis(
                        "The file of the built-in database is in use: a Sekisho that uses the same data is running.",
                        "Stop that node first; to import accounts without stopping it, use the administration screen."
                                + " Another node needs its own directory (--sekisho.data=DIR) or PostgreSQL.",
                        rootFailure)
                : null;
    }
}
