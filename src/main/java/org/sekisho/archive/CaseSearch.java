package org.sekisho.archive;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.ProcessKey;

/**
 * What is sought; all that is given must hold.
 *
 * @param text the number of a case, or the account number or the name of whom it is about; blank for anybody
 * @param actor the account number or the name of somebody who has acted in it; blank for anybody
 * @param step the user task at which it stands or stood at last
 * @param outcome the end event at which it ended, by its id in the model
 * @param rule a rule that has matched in it, or a decision table that has; only finished cases are found by it
 * @param from the first day on which it may have begun, in the organisation's time zone
 * @param until the last one
 * @param atLeast how long it must have taken
 * @param atMost how long it may have taken
 */
public record CaseSearch(
        String text,
        String actor,
        Optional<ProcessKey> process,
        Optional<CaseState> state,
        Optional<SoughtStep> step,
        Optional<String> outcome,
        Optional<PolicyRule> rule,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<Duration> atLeast,
        Optional<Duration> atMost,
        CaseOrder order) {

    /** The longest text that is sought. */
    public static final int LONGEST_TEXT = 100;

    /** The days between which cases can be sought. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,254}");

    public CaseSearch {
        text = text.strip();
        actor = actor.strip();
    }

    public static CaseSearch everything() {
        return of(Map.of());
    }

    /** Reads what {@link #told} tells; what makes no sense is as if it were not there. */
    public static CaseSearch of(Map<String, String> told) {
        Function<String, Optional<String>> read =
                key -> Optional.ofNullable(told.get(key)).filter(value -> !value.isBlank());
        return new CaseSearch(
                read.apply("text").filter(CaseSearch::isShort).orElse(""),
                read.apply("actor").filter(CaseSearch::isShort).orElse(""),
                read.apply("process")
                        .filter(value -> value.matches("[a-z-]{1,64}"))
                        .map(ProcessKey::new),
                read.apply("state").flatMap(value -> one(CaseState.values(), value)),
                read.apply("step").flatMap(SoughtStep::parse),
                read.apply("outcome").filter(value -> ID.matcher(value).matches()),
                read.apply("rule").flatMap(PolicyRule::parse),
                read.apply("from").flatMap(CaseSearch::day),
                read.apply("until").flatMap(CaseSearch::day),
                read.apply("at-least").flatMap(CaseSearch::duration),
                read.apply("at-most").flatMap(CaseSearch::duration),
                read.apply("order")
                        .flatMap(value -> one(CaseOrder.values(), value))
                        .orElse(CaseOrder.NEWEST));
    }

    /** What is sought, by the kinds of criteria that are given. */
    public Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        put(told, "text", Optional.of(text).filter(value -> !value.isEmpty()));
        put(told, "actor", Optional.of(actor).filter(value -> !value.isEmpty()));
        put(told, "process", process.map(ProcessKey::value));
        put(told, "state", state.map(CaseSearch::key));
        put(told, "step", step.map(SoughtStep::toString));
        put(told, "outcome", outcome);
        put(told, "rule", rule.map(PolicyRule::toString));
        put(told, "from", from.map(LocalDate::toString));
        put(told, "until", until.map(LocalDate::toString));
        put(told, "at-least", atLeast.map(Duration::toString));
        put(told, "at-most", atMost.map(Duration::toString));
        put(
                told,
                "order",
                Optional.of(order).filter(value -> value != CaseOrder.NEWEST).map(CaseSearch::key));
        return told;
    }

    /** The same but for one criterion. */
    public CaseSearch with(String kind, String value) {
        Map<String, String> other = told();
        other.put(kind, value);
        return of(other);
    }

    /** The kinds of criteria that are given, without what they say. */
    String kinds() {
        return String.join(",", new TreeSet<>(told().keySet()));
    }

    /** The number of a case that is sought, where the text is one; ten digits are the number of an account. */
    public Optional<String> caseNumber() {
        return CaseNumbers.in(text);
    }

    private static void put(Map<String, String> told, String key, Optional<String> value) {
        value.ifPresent(given -> told.put(key, given));
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_TEXT;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY));
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException | ArithmeticException nonsense) {
            return Optional.empty();
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String key) {
        return Arrays.stream(all).filter(value -> key(value).equals(key)).findFirst();
    }
}
