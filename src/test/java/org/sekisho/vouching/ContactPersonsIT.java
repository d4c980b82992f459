package org.sekisho.vouching;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ContactPersonsIT extends ContactPersonsTest {}
