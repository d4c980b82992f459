package org.sekisho.archive;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class RecordedCasesIT extends RecordedCasesTest {}
