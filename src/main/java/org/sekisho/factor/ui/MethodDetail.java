package org.sekisho.factor.ui;

import java.util.Optional;
import org.sekisho.factor.Factor;

/**
 * What a kind of method tells its person about one of their methods in the list, beyond its name and its use: a bean for each kind
 * that has something to tell.
 */
public interface MethodDetail {

    /** The kind that it is about. */
    String kind();

    /** One line in the language of the screen; empty where there is nothing to tell of this one. */
    Optional<String> of(Factor method);
}
