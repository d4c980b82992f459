@NullMarked
package org.sekisho.channel.mail;

import org.jspecify.annotations.NullMarked;
