/** The page on which people sign in, and how a way of signing in without a password shows itself there. */
@NamedInterface("ui")
@NullMarked
package org.sekisho.security.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
