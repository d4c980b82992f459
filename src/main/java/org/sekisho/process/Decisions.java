package org.sekisho.process;

/** Evaluates decision tables. */
public interface Decisions {

    /**
     * The outputs of the single rule that matches.
     *
     * @throws IllegalStateException where no table has that key or no rule matches
     */
    Variables decide(DecisionKey decision, Variables inputs);
}
