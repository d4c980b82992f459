@NullMarked
package org.sekisho.recovery;

import org.jspecify.annotations.NullMarked;
