package org.sekisho.directory;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class DirectoryImportIT extends DirectoryImportTest {}
