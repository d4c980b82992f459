package org.sekisho.helpdesk;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class FiguresIT extends FiguresTest {}
