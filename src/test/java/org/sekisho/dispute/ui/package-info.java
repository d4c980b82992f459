@NullMarked
package org.sekisho.dispute.ui;

import org.jspecify.annotations.NullMarked;
