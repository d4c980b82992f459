/** Whole journeys through the product in a real browser, as people make them. */
@NullMarked
package org.sekisho.journey;

import org.jspecify.annotations.NullMarked;
