@NullMarked
package org.sekisho.reconciliation.ui;

import org.jspecify.annotations.NullMarked;
