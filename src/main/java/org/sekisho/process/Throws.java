package org.sekisho.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says with which codes a {@link ProcessStep} may throw {@link ProcessError}. Models must handle each of them; the
 * application does not start otherwise.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Throws {

    /** The codes, in kebab case. */
    String[] value();
}
