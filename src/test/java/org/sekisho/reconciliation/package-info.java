@NullMarked
package org.sekisho.reconciliation;

import org.jspecify.annotations.NullMarked;
