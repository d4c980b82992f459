/** The screen on which auditors read the trail and have it verified. */
@NullMarked
package org.sekisho.seal.ui;

import org.jspecify.annotations.NullMarked;
