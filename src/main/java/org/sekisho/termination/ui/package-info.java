/** The page on which a person asks to do without MFA, and the helpdesk's screen of such a request. */
@NullMarked
package org.sekisho.termination.ui;

import org.jspecify.annotations.NullMarked;
