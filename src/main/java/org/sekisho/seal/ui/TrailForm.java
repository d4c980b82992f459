package org.sekisho.seal.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.directory.CommonId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.seal.TrailDesk;
import org.sekisho.seal.TrailSearch;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.Calendars;
import org.sekisho.workbench.CaseWords;
import org.sekisho.workbench.FieldProblem;

/** What is sought, as fields. An empty one asks for nothing. */
class TrailForm extends Div {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 40;

    private final transient TrailDesk desk;
    private final TextField subject = new TextField(text("account"));
    private final TextField actor = new TextField(text("actor"));
    private final TextField caseName = new TextField(text("case"));
    private final ComboBox<String> action = new ComboBox<>(text("action"));
    private final ComboBox<String> result = new ComboBox<>(text("result"));
    private final DatePicker from = new DatePicker(text("from"));
    private final DatePicker until = new DatePicker(text("until"));

    TrailForm(TrailDesk desk, CaseWords words, Messages messages) {
        this.desk = desk;
        addClassName("trail-form");
        for (TextField field : List.of(subject, actor, caseName)) {
            field.setMaxLength(LONGEST);
            field.setClearButtonVisible(true);
        }
        subject.setHelperText(text("account.help"));
        actor.setHelperText(text("actor.help"));
        caseName.setHelperText(text("case.help"));
        offer(action, messages.behind("helpdesk.event."), words::action);
        offer(result, messages.behind("helpdesk.result."), words::result);
        result.setHelperText(text("result.help"));
        for (DatePicker field : List.of(from, until)) {
            field.setI18n(Calendars.words(this));
            field.setClearButtonVisible(true);
        }
        add(subject, actor, caseName, action, result, from, until);
    }

    /** What is called the same is told apart by its key. */
    private static void offer(ComboBox<String> box, Set<String> keys, UnaryOperator<String> named) {
        Map<String, Long> names = keys.stream().collect(Collectors.groupingBy(named, Collectors.counting()));
        box.setItemLabelGenerator(key -> {
            String name = named.apply(key);
            return names.getOrDefault(name, 0L) > 1 ? name + " (" + key + ")" : name;
        });
        box.setItems(keys.stream()
                .sorted(Comparator.comparing(named).thenComparing(key -> key))
                .toList());
        box.setClearButtonVisible(true);
    }

    /** The fields say what is sought. */
    void show(TrailSearch search) {
        subject.setValue(search.subject().flatMap(desk::number).orElse(""));
        actor.setValue(search.actor().flatMap(desk::number).orElse(""));
        caseName.setValue(search.caseName().orElse(""));
        action.setValue(search.action().orElse(null));
        result.setValue(search.result().orElse(null));
        from.setValue(search.from().orElse(null));
        until.setValue(search.until().orElse(null));
        fieldsThatCanBeWrong().forEach(field -> field.setInvalid(false));
    }

    private Stream<HasValidation> fieldsThatCanBeWrong() {
        return Stream.of(subject, actor, caseName, from, until);
    }

    /** What the fields ask for; empty where one of them cannot be read, which it says itself. */
    Optional<TrailSearch> search() {
        // the last first: of several wrong ones the one in front is to have the focus in the end
        if (FieldProblem.isUnreadable(until)) {
            refuse(until, true, "day.wrong");
        } else {
            refuse(until, endsBeforeItBegins(), "day.order");
        }
        refuse(from, FieldProblem.isUnreadable(from), "day.wrong");
        Optional<String> which = Optional.of(caseName.getValue().strip()).filter(name -> !name.isEmpty());
        boolean noCase = which.filter(name -> CaseNumbers.in(name).isEmpty()).isPresent();
        refuse(caseName, noCase, "case.wrong");
        Optional<UUID> who = account(actor);
        Optional<UUID> whose = account(subject);
        if (fieldsThatCanBeWrong().anyMatch(HasValidation::isInvalid)) {
            return Optional.empty();
        }
        return Optional.of(new TrailSearch(
                whose,
                who,
                which,
                action.getOptionalValue(),
                result.getOptionalValue(),
                from.getOptionalValue(),
                until.getOptionalValue()));
    }

    private Optional<UUID> account(TextField field) {
        boolean given = !field.getValue().isBlank();
        Optional<UUID> found = given ? CommonId.parse(field.getValue()).flatMap(desk::account) : Optional.empty();
        refuse(field, given && found.isEmpty(), "account.wrong");
        return found;
    }

    private boolean endsBeforeItBegins() {
        return until.getOptionalValue()
                .flatMap(last -> from.getOptionalValue().filter(last::isBefore))
                .isPresent();
    }

    private <F extends AbstractField<F, V> & HasValidation, V> void refuse(F field, boolean wrong, String why) {
        field.setInvalid(false);
        if (wrong) {
            FieldProblem.show(field, text(why));
        }
    }

    private String text(String part) {
        return getTranslation("seal.trail." + part);
    }
}
