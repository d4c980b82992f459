/** The page that a notice's link opens, and the helpdesk's screen of a disputed change. */
@NullMarked
package org.sekisho.dispute.ui;

import org.jspecify.annotations.NullMarked;
