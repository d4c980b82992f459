@NullMarked
package org.sekisho.seal.ui;

import org.jspecify.annotations.NullMarked;
