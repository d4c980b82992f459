package org.sekisho.approval;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ApprovalProcessIT extends ApprovalProcessTest {}
