package org.sekisho.methodchange;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class SuspensionIT extends SuspensionTest {}
