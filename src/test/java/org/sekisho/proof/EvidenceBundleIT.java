package org.sekisho.proof;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class EvidenceBundleIT extends EvidenceBundleTest {}
