package org.sekisho.reconciliation;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ReconciliationIT extends ReconciliationTest {}
