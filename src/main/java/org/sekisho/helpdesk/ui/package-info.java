/** Screens of the helpdesk. */
@NullMarked
package org.sekisho.helpdesk.ui;

import org.jspecify.annotations.NullMarked;
