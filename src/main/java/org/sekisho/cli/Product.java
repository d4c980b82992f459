package org.sekisho.cli;

import org.springframework.beans.factory.BeanFactory;

/** The product, started for one command. */
@FunctionalInterface
interface Product {

    /** Does the work with the product's beans and gives the exit code. */
    int run(Installation installation, Work work) throws Exception;

    /** What a command does. */
    @FunctionalInterface
    interface Work {

        int with(BeanFactory beans) throws Exception;
    }
}
