/** Declares that it uses nothing. */
@ApplicationModule(allowedDependencies = {})
package org.sekisho.lawbreaking.modules.above;

import org.springframework.modulith.ApplicationModule;
