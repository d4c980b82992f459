package org.sekisho.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that a decision table has given to a case.
 *
 * @param name what the table is called, in the language of the models
 * @param version of the table, as the engine counts it, from 1
 * @param element the element of the model that asked
 * @param inputs what it was asked with
 * @param rules the rules that matched, in the order of the table
 */
public record TakenDecision(
        DecisionKey decision,
        String name,
        int version,
        String element,
        Instant at,
        List<Value> inputs,
        List<Rule> rules) {

    public TakenDecision {
        inputs = List.copyOf(inputs);
        rules = List.copyOf(rules);
    }

    /**
     * A value with its name in the table.
     *
     * @param value as text; empty where it was absent
     */
    public record Value(String name, String value) {}

    /**
     * A rule that matched.
     *
     * @param number its place in the table, from 1
     * @param why what the table says about it, in the language of the models
     * @param outputs what it answers
     */
    public record Rule(int number, Optional<String> why, List<Value> outputs) {

        public Rule {
            outputs = List.copyOf(outputs);
        }
    }
}
