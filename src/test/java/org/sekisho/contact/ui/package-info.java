@NullMarked
package org.sekisho.contact.ui;

import org.jspecify.annotations.NullMarked;
