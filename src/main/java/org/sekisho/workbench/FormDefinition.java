package org.sekisho.workbench;

import java.util.List;
import java.util.Optional;
import org.sekisho.process.FormKey;

/** What a {@code .form} file says, in the subset that {@code forms/README.md} describes. All texts are message keys. */
record FormDefinition(FormKey key, String module, List<Part> parts, String outcomeVariable, List<Outcome> outcomes) {

    FormDefinition {
        parts = List.copyOf(parts);
        outcomes = List.copyOf(outcomes);
    }

    String title() {
        return word("title");
    }

    String lead() {
        return word("lead");
    }

    String submit() {
        return word("submit");
    }

    private String word(String part) {
        return module + "." + key + "." + part;
    }

    /** Something on the form, from top to bottom. */
    sealed interface Part {}

    /** Words to read. */
    record StaticText(String text) implements Part {}

    /** Something to fill in; {@code key} names the variable that it becomes. */
    sealed interface Input extends Part {

        String key();

        String label();

        Optional<String> description();

        boolean required();
    }

    /** @param lines whether it may have several lines */
    record TextInput(
            String key,
            String label,
            Optional<String> description,
            boolean required,
            boolean lines,
            Optional<Integer> minLength,
            Optional<Integer> maxLength,
            Optional<String> pattern)
            implements Input {}

    /** A whole number; becomes an {@link Integer}. */
    record NumberInput(
            String key,
            String label,
            Optional<String> description,
            boolean required,
            Optional<Integer> min,
            Optional<Integer> max)
            implements Input {}

    /** A day, as {@code 2026-04-01}. */
    record DateInput(String key, String label, Optional<String> description, boolean required) implements Input {}

    /** A time of day, as {@code 09:30}. */
    record TimeInput(String key, String label, Optional<String> description, boolean required) implements Input {}

    /** One of several, as a drop-down list or, with {@code radio}, as buttons that are all visible. */
    record Choice(
            String key,
            String label,
            Optional<String> description,
            boolean required,
            boolean radio,
            List<Option> options)
            implements Input {

        Choice {
            options = List.copyOf(options);
        }
    }

    /** A box to tick; {@code required} means that it must be ticked. */
    record Tick(String key, String label, Optional<String> description, boolean required) implements Input {}

    record Option(String value, String label) {}

    /**
     * A button that ends the task.
     *
     * @param primary whether it is the one that hands in what was filled in; the others write their outcome alone
     */
    record Outcome(String value, String label, boolean primary) {}
}
