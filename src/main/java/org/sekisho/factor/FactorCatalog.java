package org.sekisho.factor;

import java.util.Collection;

/** The kinds of method there are. */
public interface FactorCatalog {

    /** All kinds, in the order of {@code @Order}. */
    Collection<FactorType> types();

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    FactorType type(String kind);

    /** What policies know of a method. */
    default Traits traits(Factor method) {
        return type(method.kind()).traits();
    }
}
