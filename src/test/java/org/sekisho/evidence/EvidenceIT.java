package org.sekisho.evidence;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class EvidenceIT extends EvidenceTest {}
