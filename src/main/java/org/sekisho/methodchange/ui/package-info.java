/** The screen of a person's methods and of each change to them. */
@NullMarked
package org.sekisho.methodchange.ui;

import org.jspecify.annotations.NullMarked;
