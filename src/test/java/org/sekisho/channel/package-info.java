@NullMarked
package org.sekisho.channel;

import org.jspecify.annotations.NullMarked;
