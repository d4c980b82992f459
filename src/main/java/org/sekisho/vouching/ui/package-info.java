/** Where people name who can vouch for them, and where those answer. */
@NullMarked
package org.sekisho.vouching.ui;

import org.jspecify.annotations.NullMarked;
