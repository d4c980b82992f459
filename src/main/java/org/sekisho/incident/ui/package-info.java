/** Where leads open and end incident modes, and staff see them. */
@NullMarked
package org.sekisho.incident.ui;

import org.jspecify.annotations.NullMarked;
