package org.sekisho.seal;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class TrailDeskIT extends TrailDeskTest {}
