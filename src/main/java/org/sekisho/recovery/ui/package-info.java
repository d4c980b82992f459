/** Screens of recovery: for its person, for the clerk at the desk and for the helpdesk. */
@NullMarked
package org.sekisho.recovery.ui;

import org.jspecify.annotations.NullMarked;
