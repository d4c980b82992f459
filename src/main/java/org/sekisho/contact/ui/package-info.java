/** The screens of setting up a contact. */
@NullMarked
package org.sekisho.contact.ui;

import org.jspecify.annotations.NullMarked;
