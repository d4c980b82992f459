/** What staff see of sending. */
@NullMarked
package org.sekisho.channel.ui;

import org.jspecify.annotations.NullMarked;
