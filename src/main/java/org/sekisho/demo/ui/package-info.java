/** The screens of the demo world. */
@NullMarked
package org.sekisho.demo.ui;

import org.jspecify.annotations.NullMarked;
