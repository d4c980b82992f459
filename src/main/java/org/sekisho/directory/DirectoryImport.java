package org.sekisho.directory;

import java.io.IOException;
import org.springframework.core.io.InputStreamSource;

/**
 * Takes accounts over from a CSV file (RFC 4180, UTF-8 with or without byte order mark), whose first line names the columns
 * {@code common_id, name, unit, affiliation, rank, shared, manager, roles, state, language, addresses, password_changed_at} in any
 * order, and optionally {@code password_hash}. Several roles or addresses are separated by semicolons.
 *
 * <p>The file is read twice and never held in memory: first every row is checked, and where any is wrong nothing is written.
 * Accounts that the file does not mention stay as they are. An account that the file ends is ended in a transaction of its
 * own, with everything that hangs on it; an import that was interrupted may simply be run again.
 */
public interface DirectoryImport {

    /**
     * Checks the file and tells what an import would do.
     *
     * @throws IOException where the file cannot be read
     */
    ImportReport rehearse(InputStreamSource csv) throws IOException;

    /**
     * Imports the file where every row is right.
     *
     * @throws IOException where the file cannot be read
     */
    ImportReport run(InputStreamSource csv) throws IOException;
}
