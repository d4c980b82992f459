@NullMarked
package org.sekisho.termination;

import org.jspecify.annotations.NullMarked;
