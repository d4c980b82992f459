/** Screens of administrators. */
@NullMarked
package org.sekisho.administration.ui;

import org.jspecify.annotations.NullMarked;
