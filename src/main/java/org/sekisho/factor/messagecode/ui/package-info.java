/** The screens on which a telephone is set up and proved. */
@NullMarked
package org.sekisho.factor.messagecode.ui;

import org.jspecify.annotations.NullMarked;
