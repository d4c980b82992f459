/** Texts in both languages, from one source: the bundles under <code>i18n</code>. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sekisho.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
