@NullMarked
package org.sekisho.contact;

import org.jspecify.annotations.NullMarked;
