@NullMarked
package org.sekisho.report;

import org.jspecify.annotations.NullMarked;
