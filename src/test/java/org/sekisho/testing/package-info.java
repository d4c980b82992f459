/** What all tests share. */
@NullMarked
package org.sekisho.testing;

import org.jspecify.annotations.NullMarked;
