/** The screens on which recovery codes are saved and used. */
@NullMarked
package org.sekisho.factor.recoverycodes.ui;

import org.jspecify.annotations.NullMarked;
