package org.sekisho.recovery;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class VouchingProcessIT extends VouchingProcessTest {}
