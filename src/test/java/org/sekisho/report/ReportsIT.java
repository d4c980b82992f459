package org.sekisho.report;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ReportsIT extends ReportsTest {}
