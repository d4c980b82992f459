package org.sekisho.helpdesk;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class SavedFiltersIT extends SavedFiltersTest {}
