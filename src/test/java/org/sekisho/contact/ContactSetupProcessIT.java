package org.sekisho.contact;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ContactSetupProcessIT extends ContactSetupProcessTest {}
