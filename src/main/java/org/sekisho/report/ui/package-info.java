/** The screens of the reports. */
@NullMarked
package org.sekisho.report.ui;

import org.jspecify.annotations.NullMarked;
