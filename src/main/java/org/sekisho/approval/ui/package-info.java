/** Screens of approval. */
@NullMarked
package org.sekisho.approval.ui;

import org.jspecify.annotations.NullMarked;
