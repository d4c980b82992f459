@NullMarked
package org.sekisho.vouching;

import org.jspecify.annotations.NullMarked;
