package org.sekisho.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.sekisho.shared.Language;

/** Makes one file of cases that proves what is told about them, for an auditor to take away. */
public interface CaseBundles {

    /**
     * Writes the file, a ZIP.
     *
     * @throws IOException where it cannot be written
     */
    void write(Collection<ArchivedCase> cases, Language language, OutputStream out) throws IOException;
}
