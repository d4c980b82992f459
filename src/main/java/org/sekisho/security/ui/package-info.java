/** The page on which people sign in. */
@NullMarked
package org.sekisho.security.ui;

import org.jspecify.annotations.NullMarked;
