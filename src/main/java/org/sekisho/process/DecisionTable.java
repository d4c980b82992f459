package org.sekisho.process;

import java.util.List;
import java.util.Optional;

/**
 * A decision table as it was deployed.
 *
 * @param name what it is called, in the language of the models
 * @param version as the engine counts it, from 1
 * @param hitPolicy how many of its rules may match, in the words of the standard, such as {@code FIRST}
 * @param inputs the names of the columns that are asked
 * @param outputs the names of the columns that answer
 * @param rules in the order of the table
 */
public record DecisionTable(
        DecisionKey decision,
        String name,
        int version,
        String hitPolicy,
        List<String> inputs,
        List<String> outputs,
        List<Row> rules) {

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param number its place in the table, from 1
     * @param conditions a cell for each input; blank where anything will do
     * @param answers a cell for each output
     * @param why what the table says about it
     */
    public record Row(int number, List<String> conditions, List<String> answers, Optional<String> why) {

        public Row {
            conditions = List.copyOf(conditions);
            answers = List.copyOf(answers);
        }
    }
}
