@NullMarked
package org.sekisho.incident;

import org.jspecify.annotations.NullMarked;
