@NullMarked
package org.sekisho.demo;

import org.jspecify.annotations.NullMarked;
