package org.sekisho.enrollment;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class EnrollmentProcessIT extends EnrollmentProcessTest {}
