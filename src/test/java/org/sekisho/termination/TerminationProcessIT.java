package org.sekisho.termination;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class TerminationProcessIT extends TerminationProcessTest {}
