package org.sekisho.verification;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class VerificationProcessIT extends VerificationProcessTest {}
