/** The screens on which an authenticator app is set up. */
@NullMarked
package org.sekisho.factor.totp.ui;

import org.jspecify.annotations.NullMarked;
