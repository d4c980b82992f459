/** Screens of enrolment. */
@NullMarked
package org.sekisho.enrollment.ui;

import org.jspecify.annotations.NullMarked;
