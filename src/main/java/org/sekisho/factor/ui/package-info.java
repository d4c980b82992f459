/** The screen of a person's methods, and how each kind of method is asked for. */
@NamedInterface("ui")
@NullMarked
package org.sekisho.factor.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
