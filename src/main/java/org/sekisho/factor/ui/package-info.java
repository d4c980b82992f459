/** The screen of a person's methods. */
@NullMarked
package org.sekisho.factor.ui;

import org.jspecify.annotations.NullMarked;
