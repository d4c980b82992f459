package org.sekisho.process;

/** Names a decision table: its file and its DMN id, in kebab case. */
public record DecisionKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
