/** Tests of evidence. */
@NullMarked
package org.sekisho.evidence;

import org.jspecify.annotations.NullMarked;
