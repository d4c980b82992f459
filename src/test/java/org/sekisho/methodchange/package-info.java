@NullMarked
package org.sekisho.methodchange;

import org.jspecify.annotations.NullMarked;
