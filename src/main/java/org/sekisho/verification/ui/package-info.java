/** The screens on which a person proves a factor. */
@NullMarked
package org.sekisho.verification.ui;

import org.jspecify.annotations.NullMarked;
