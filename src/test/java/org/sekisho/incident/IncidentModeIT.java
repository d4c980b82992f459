package org.sekisho.incident;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class IncidentModeIT extends IncidentModeTest {}
