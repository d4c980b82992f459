@NullMarked
package org.sekisho.dispute;

import org.jspecify.annotations.NullMarked;
