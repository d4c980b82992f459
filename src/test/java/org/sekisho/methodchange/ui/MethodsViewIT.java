package org.sekisho.methodchange.ui;

import org.sekisho.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class MethodsViewIT extends MethodsViewTest {}
