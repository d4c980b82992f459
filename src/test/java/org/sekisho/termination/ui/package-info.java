@NullMarked
package org.sekisho.termination.ui;

import org.jspecify.annotations.NullMarked;
