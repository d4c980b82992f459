package org.sekisho.archive.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.archive.CaseOrder;
import org.sekisho.archive.CaseSearch;
import org.sekisho.archive.CaseState;
import org.sekisho.archive.PolicyRule;
import org.sekisho.archive.SoughtStep;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.process.ProcessKey;
import org.sekisho.workbench.Calendars;
import org.sekisho.workbench.FieldProblem;

/** What is sought, as fields. An empty one asks for nothing. */
class SearchForm extends Div {

    private static final long serialVersionUID = 1L;

    private static final String ANY = "";
    private static final int MOST_HOURS = 100_000;

    private final transient ArchiveWords words;
    private final transient SearchChoices choices;
    private final transient Map<String, String> rules;
    private final TextField text = new TextField(text("text"));
    private final TextField actor = new TextField(text("actor"));
    private final Select<String> process = new Select<>();
    private final Select<String> state = new Select<>();
    private final Select<String> step = new Select<>();
    private final Select<String> outcome = new Select<>();
    private final Select<String> rule = new Select<>();
    private final DatePicker from = new DatePicker(text("from"));
    private final DatePicker until = new DatePicker(text("until"));
    private final IntegerField atLeast = new IntegerField(text("at-least"));
    private final IntegerField atMost = new IntegerField(text("at-most"));
    private final Select<String> order = new Select<>();

    /**
     * @param policies by which they were ever decided, the newest version of each first
     */
    SearchForm(ArchiveWords words, SearchChoices choices, List<DecisionTable> policies) {
        this.words = words;
        this.choices = choices;
        this.rules = named(policies);
        addClassName("archive-form");
        text.setHelperText(text("text.help"));
        actor.setHelperText(text("actor.help"));
        for (TextField field : List.of(text, actor)) {
            field.setMaxLength(CaseSearch.LONGEST_TEXT);
            field.setClearButtonVisible(true);
        }
        for (IntegerField field : List.of(atLeast, atMost)) {
            field.setMin(0);
            field.setMax(MOST_HOURS);
        }
        for (DatePicker field : List.of(from, until)) {
            field.setMin(CaseSearch.FIRST_DAY);
            field.setMax(CaseSearch.LAST_DAY);
            field.setI18n(Calendars.words(this));
            field.setClearButtonVisible(true);
        }
        prepare(process, "process", key -> words.kind(new ProcessKey(key)));
        process.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                narrow(step.getValue(), outcome.getValue());
            }
        });
        prepare(state, "state", key -> getTranslation("archive.state." + key));
        state.setItems(
                with(Arrays.stream(CaseState.values()).map(CaseState::key).toList()));
        prepare(step, "step", this::step);
        prepare(outcome, "outcome", this::outcome);
        prepare(rule, "rule", key -> rules.getOrDefault(key, key));
        rule.setHelperText(text("rule.help"));
        order.setLabel(text("order"));
        order.setItems(Arrays.stream(CaseOrder.values()).map(SearchForm::key).toList());
        order.setItemLabelGenerator(key -> text("order." + key));
        add(text, actor, process, state, step, outcome, rule, from, until, atLeast, atMost, order);
        show(CaseSearch.everything());
    }

    private void prepare(Select<String> select, String name, Function<String, String> named) {
        select.setLabel(text(name));
        select.setItemLabelGenerator(key -> key.isEmpty() ? text("any") : named.apply(key));
    }

    /** The fields say what is sought. */
    void show(CaseSearch search) {
        Map<String, String> told = search.told();
        text.setValue(search.text());
        actor.setValue(search.actor());
        offer(process, choices.kinds().stream().map(ProcessKey::value), told.getOrDefault("process", ANY));
        state.setValue(told.getOrDefault("state", ANY));
        narrow(told.getOrDefault("step", ANY), told.getOrDefault("outcome", ANY));
        offer(rule, rules.keySet().stream(), told.getOrDefault("rule", ANY));
        from.setValue(search.from().orElse(null));
        until.setValue(search.until().orElse(null));
        atLeast.setValue(hours(search.atLeast()));
        atMost.setValue(hours(search.atMost()));
        fieldsThatCanBeWrong().forEach(field -> field.setInvalid(false));
        order.setValue(key(search.order()));
    }

    /** What the fields ask for; empty where one of them cannot be read or contradicts another, which it says itself. */
    Optional<CaseSearch> search() {
        // the last first: of several the one in front is to have the focus in the end
        refuse(atMost, unreadable(atMost, "hours.wrong").or(() -> less(atMost, atLeast, "hours.order")));
        refuse(atLeast, unreadable(atLeast, "hours.wrong"));
        refuse(until, unreadable(until, "day.wrong").or(() -> less(until, from, "day.order")));
        refuse(from, unreadable(from, "day.wrong"));
        return fieldsThatCanBeWrong().anyMatch(HasValidation::isInvalid) ? Optional.empty() : Optional.of(asked());
    }

    private Stream<HasValidation> fieldsThatCanBeWrong() {
        return Stream.of(from, until, atLeast, atMost);
    }

    private <F extends AbstractField<F, V> & HasValidator<V>, V> Optional<String> unreadable(F field, String why) {
        return Optional.of(why).filter(problem -> FieldProblem.isUnreadable(field));
    }

    private static <V extends Comparable<? super V>> Optional<String> less(
            AbstractField<?, V> greatest, AbstractField<?, V> least, String why) {
        return greatest.getOptionalValue()
                .flatMap(most -> least.getOptionalValue().filter(given -> most.compareTo(given) < 0))
                .map(given -> why);
    }

    private <F extends AbstractField<F, V> & HasValidation, V> void refuse(F field, Optional<String> why) {
        field.setInvalid(false);
        why.ifPresent(problem -> FieldProblem.show(field, text(problem, MOST_HOURS)));
    }

    private CaseSearch asked() {
        Map<String, String> told = new HashMap<>();
        told.put("text", text.getValue());
        told.put("actor", actor.getValue());
        told.put("process", value(process));
        told.put("state", value(state));
        told.put("step", value(step));
        told.put("outcome", value(outcome));
        told.put("rule", value(rule));
        put(told, "from", from.getValue(), LocalDate::toString);
        put(told, "until", until.getValue(), LocalDate::toString);
        put(told, "at-least", atLeast.getValue(), hours -> Duration.ofHours(hours)
                .toString());
        put(told, "at-most", atMost.getValue(), hours -> Duration.ofHours(hours).toString());
        told.put("order", value(order));
        return CaseSearch.of(told);
    }

    /** Offers the steps and endings of the kind that is chosen, and what is asked for already. */
    private void narrow(@Nullable String wantedStep, @Nullable String wantedOutcome) {
        offer(
                step,
                choices.steps(kind()).stream().map(SoughtStep::of).map(SoughtStep::toString),
                Optional.ofNullable(wantedStep).orElse(ANY));
        offer(
                outcome,
                choices.endings(kind()).stream().map(Place::element),
                Optional.ofNullable(wantedOutcome).orElse(ANY));
    }

    private Optional<ProcessKey> kind() {
        return Optional.of(value(process)).filter(key -> !key.isEmpty()).map(ProcessKey::new);
    }

    private static void offer(Select<String> select, Stream<String> keys, String wanted) {
        Set<String> offered = new LinkedHashSet<>(List.of(ANY));
        keys.forEach(offered::add);
        offered.add(wanted);
        select.setItems(offered);
        select.setValue(wanted);
    }

    /** Each table and then its rules; one that several versions have is called as in the newest of them. */
    private Map<String, String> named(List<DecisionTable> policies) {
        Map<String, String> names = new LinkedHashMap<>();
        for (DecisionTable table : policies) {
            names.putIfAbsent(
                    PolicyRule.any(table.decision()).toString(), text("rule.any", words.said(table, table.name())));
            for (DecisionTable.Row row : table.rules()) {
                names.putIfAbsent(
                        PolicyRule.of(table, row).toString(),
                        text(
                                "rule.one",
                                words.said(table, table.name()),
                                row.number(),
                                row.why().map(why -> words.said(table, why)).orElse("")));
            }
        }
        return names;
    }

    private String step(String key) {
        return SoughtStep.parse(key)
                .map(step -> named(choices.places().stream().filter(place -> !place.ending() && step.means(place))))
                .filter(name -> !name.isEmpty())
                .orElse(key);
    }

    private String outcome(String key) {
        String name = named(
                choices.endings(kind()).stream().filter(place -> place.element().equals(key)));
        return name.isEmpty() ? key : name;
    }

    /** What is of another process than the one that is chosen is called with it. */
    private String named(Stream<Place> same) {
        Map<String, Set<ProcessKey>> byName = new LinkedHashMap<>();
        same.forEach(place -> byName.computeIfAbsent(words.place(place), name -> new LinkedHashSet<>())
                .add(place.process()));
        Optional<ProcessKey> chosen = kind();
        List<String> names = new ArrayList<>();
        byName.forEach((name, processes) -> {
            ProcessKey first = processes.iterator().next();
            names.add(
                    processes.size() == 1 && chosen.filter(first::equals).isEmpty()
                            ? text("of", words.kind(first), name)
                            : name);
        });
        return String.join(text("or"), names);
    }

    private static List<String> with(List<String> keys) {
        List<String> all = new ArrayList<>(List.of(ANY));
        all.addAll(keys);
        return all;
    }

    private static String value(Select<String> select) {
        return Optional.ofNullable(select.getValue()).orElse(ANY);
    }

    private static <T> void put(Map<String, String> told, String key, @Nullable T value, Function<T, String> text) {
        if (value != null) {
            told.put(key, text.apply(value));
        }
    }

    private static @Nullable Integer hours(Optional<Duration> duration) {
        return duration.map(Duration::toHours).map(Long::intValue).orElse(null);
    }

    private static String key(CaseOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.cases." + part, arguments);
    }
}
