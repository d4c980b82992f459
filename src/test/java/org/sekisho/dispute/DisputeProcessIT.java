package org.sekisho.dispute;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class DisputeProcessIT extends DisputeProcessTest {}
