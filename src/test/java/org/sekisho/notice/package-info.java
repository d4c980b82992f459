@NullMarked
package org.sekisho.notice;

import org.jspecify.annotations.NullMarked;
