package org.sekisho.archive;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class CaseArchiveIT extends CaseArchiveTest {}
