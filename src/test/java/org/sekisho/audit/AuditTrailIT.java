package org.sekisho.audit;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class AuditTrailIT extends AuditTrailTest {}
