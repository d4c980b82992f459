package org.sekisho.incident.ui;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class IncidentModeScreensIT extends IncidentModeScreensTest {}
