package org.sekisho.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.TakenDecision;
import org.sekisho.shared.Sha256;

/**
 * A rule of a decision table by what the table says about it: the same one in every version, whatever number it has there. Without a
 * rule, the whole table.
 *
 * @param rule the beginning of a digest of what is said; empty for any rule of the table
 */
public record PolicyRule(DecisionKey decision, Optional<String> rule) {

    private static final Pattern TEXT = Pattern.compile("([a-z-]{1,64})(?:/([0-9a-f]{16}))?");
    private static final int DIGITS = 16;

    /** Any rule of a table. */
    public static PolicyRule any(DecisionKey decision) {
        return new PolicyRule(decision, Optional.empty());
    }

    public static PolicyRule of(DecisionTable table, DecisionTable.Row row) {
        return of(table.decision(), row.why(), row.number());
    }

    static PolicyRule of(TakenDecision taken, TakenDecision.Rule rule) {
        return of(taken.decision(), rule.why(), rule.number());
    }

    private static PolicyRule of(DecisionKey decision, Optional<String> why, int number) {
        String said = why.map(String::strip).filter(text -> !text.isEmpty()).orElseGet(() -> Integer.toString(number));
        return new PolicyRule(
                decision,
                Optional.of(Sha256.hex(said.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS)));
    }

    /** Reads what {@link #toString} writes; empty where it is something else. */
    public static Optional<PolicyRule> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher ->
                        new PolicyRule(new DecisionKey(matcher.group(1)), Optional.ofNullable(matcher.group(2))));
    }

    /** {@code <decision>} or {@code <decision>/<rule>}, as it stands in addresses and saved searches. */
    @Override
    public String toString() {
        return decision.value() + rule.map(digits -> "/" + digits).orElse("");
    }
}
