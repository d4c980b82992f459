@NullMarked
package org.sekisho.archive;

import org.jspecify.annotations.NullMarked;
