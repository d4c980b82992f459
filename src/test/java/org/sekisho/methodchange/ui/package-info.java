@NullMarked
package org.sekisho.methodchange.ui;

import org.jspecify.annotations.NullMarked;
