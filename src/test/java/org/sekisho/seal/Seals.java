package org.sekisho.seal;

import org.springframework.beans.factory.BeanFactory;

/** Seals for tests of other modules, in which no node does so by itself. */
public final class Seals {

    private Seals() {}

    /** Seals all that has been committed. */
    public static void all(BeanFactory product) {
        product.getBean(Sealer.class).seal();
    }
}
