/** How each kind of method is chosen and asked for. */
@NamedInterface("ui")
@NullMarked
package org.sekisho.factor.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
