/** The screens on which an app password is named and shown. */
@NullMarked
package org.sekisho.factor.apppassword.ui;

import org.jspecify.annotations.NullMarked;
