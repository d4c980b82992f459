/** The screens on which a passkey is set up and proved. */
@NullMarked
package org.sekisho.factor.passkey.ui;

import org.jspecify.annotations.NullMarked;
