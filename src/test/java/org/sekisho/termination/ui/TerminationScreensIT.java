package org.sekisho.termination.ui;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class TerminationScreensIT extends TerminationScreensTest {}
