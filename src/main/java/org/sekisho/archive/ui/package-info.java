/** Screens of those who audit cases. */
@NullMarked
package org.sekisho.archive.ui;

import org.jspecify.annotations.NullMarked;
