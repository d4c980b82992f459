package org.sekisho.helpdesk.ui;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class CaseViewIT extends CaseViewTest {}
