package org.sekisho.dispute.ui;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class DisputeScreensIT extends DisputeScreensTest {}
