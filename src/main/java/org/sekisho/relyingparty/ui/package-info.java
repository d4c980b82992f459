/** Screens of the service directory. */
@NullMarked
package org.sekisho.relyingparty.ui;

import org.jspecify.annotations.NullMarked;
