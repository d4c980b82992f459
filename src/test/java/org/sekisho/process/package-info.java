/** Tests of the vocabulary. */
@NullMarked
package org.sekisho.process;

import org.jspecify.annotations.NullMarked;
