@NullMarked
package org.sekisho.incident.ui;

import org.jspecify.annotations.NullMarked;
