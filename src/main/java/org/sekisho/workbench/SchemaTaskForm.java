package org.sekisho.workbench;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.HasValidator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variables;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.FormDefinition.Choice;
import org.sekisho.workbench.FormDefinition.DateInput;
import org.sekisho.workbench.FormDefinition.NumberInput;
import org.sekisho.workbench.FormDefinition.Option;
import org.sekisho.workbench.FormDefinition.Outcome;
import org.sekisho.workbench.FormDefinition.StaticText;
import org.sekisho.workbench.FormDefinition.TextInput;
import org.sekisho.workbench.FormDefinition.Tick;
import org.sekisho.workbench.FormDefinition.TimeInput;

/** Shows a {@code .form} file as it is, for every task that needs no screen of its own. */
@org.springframework.stereotype.Component
class SchemaTaskForm {

    private static final int LINES_AT_FIRST = 3;

    private final TaskInbox inbox;
    private final Messages messages;

    SchemaTaskForm(TaskInbox inbox, Messages messages) {
        this.inbox = inbox;
        this.messages = messages;
    }

    Component open(FormDefinition form, CaseTask task, TaskNavigation navigation) {
        return new Screen(form, task, navigation).page;
    }

    /** One visit. */
    private final class Screen {

        private final Language language = Screens.language();
        private final TaskPage page;
        private final List<Filled> fields = new ArrayList<>();

        Screen(FormDefinition form, CaseTask task, TaskNavigation navigation) {
            page = new TaskPage(text(form.title()));
            if (messages.knows(form.lead())) {
                page.lead(text(form.lead()));
            }
            form.parts().forEach(part -> page.content(component(part)));
            if (form.outcomes().isEmpty()) {
                String label = messages.knows(form.submit()) ? form.submit() : "workbench.submit";
                page.primary(text(label), () -> handIn(task, Map.of(), navigation));
            }
            for (Outcome outcome : form.outcomes()) {
                Map<String, Object> written = Map.of(form.outcomeVariable(), outcome.value());
                if (outcome.primary()) {
                    page.primary(text(outcome.label()), () -> handIn(task, written, navigation));
                } else {
                    page.quiet(text(outcome.label()), () -> complete(task, written, navigation));
                }
            }
        }

        private void handIn(CaseTask task, Map<String, Object> outcome, TaskNavigation navigation) {
            if (refused()) {
                return;
            }
            Map<String, Object> variables = new LinkedHashMap<>();
            fields.forEach(field -> field.value().get().ifPresent(value -> variables.put(field.key(), value)));
            variables.putAll(outcome);
            complete(task, variables, navigation);
        }

        /** Says at every field what is wrong with it; the focus goes to the first of them, which is therefore told last. */
        private boolean refused() {
            Deque<Runnable> refusals = new ArrayDeque<>();
            fields.forEach(field -> field.problem()
                    .get()
                    .ifPresent(problem -> refusals.push(() -> field.refuse().accept(problem))));
            refusals.forEach(Runnable::run);
            return !refusals.isEmpty();
        }

        private void complete(CaseTask task, Map<String, Object> variables, TaskNavigation navigation) {
            inbox.complete(task.id(), Variables.ofEncoded(variables));
            navigation.next();
        }

        private Component component(FormDefinition.Part part) {
            if (part instanceof TextInput input) {
                return input.lines() ? textArea(input) : textField(input);
            }
            if (part instanceof NumberInput input) {
                return numberField(input);
            }
            if (part instanceof DateInput input) {
                return datePicker(input);
            }
            if (part instanceof TimeInput input) {
                return timePicker(input);
            }
            if (part instanceof Choice choice) {
                return choice.radio() ? radio(choice) : select(choice);
            }
            if (part instanceof Tick tick) {
                return checkbox(tick);
            }
            return new Paragraph(text(((StaticText) part).text()));
        }

        private TextField textField(TextInput input) {
            TextField field = new TextField(text(input.label()));
            input.maxLength().ifPresent(field::setMaxLength);
            return filledWithText(input, field);
        }

        private TextArea textArea(TextInput input) {
            TextArea field = new TextArea(text(input.label()));
            field.setMinRows(LINES_AT_FIRST);
            input.maxLength().ifPresent(field::setMaxLength);
            return filledWithText(input, field);
        }

        private <F extends TextFieldBase<F, String>> F filledWithText(TextInput input, F field) {
            return filled(
                    input,
                    field,
                    () -> Optional.of(field.getValue().strip()).filter(value -> !value.isEmpty()),
                    () -> wrong(input, field.getValue().strip()));
        }

        /** What every field has in common. */
        private <F extends AbstractField<F, V> & HasValidation & HasHelper, V> F filled(
                FormDefinition.Input input, F field, Supplier<Optional<?>> value, Supplier<Optional<String>> problem) {
            field.setRequiredIndicatorVisible(input.required());
            input.description().ifPresent(key -> field.setHelperText(text(key)));
            fields.add(new Filled(input.key(), value, problem, told -> FieldProblem.show(field, told)));
            return field;
        }

        private IntegerField numberField(NumberInput input) {
            IntegerField field = new IntegerField(text(input.label()));
            return filled(input, field, () -> Optional.ofNullable(field.getValue()), () -> unreadable(
                            field, "workbench.field.no-number")
                    .or(() -> missing(input, field, "workbench.field.required"))
                    .or(() -> outOfRange(input, field.getValue())));
        }

        private Optional<String> outOfRange(NumberInput input, @Nullable Integer value) {
            if (value == null) {
                return Optional.empty();
            }
            if (input.min().filter(least -> value < least).isPresent()) {
                return Optional.of(text("workbench.field.too-small", input.min().get()));
            }
            if (input.max().filter(most -> value > most).isPresent()) {
                return Optional.of(text("workbench.field.too-large", input.max().get()));
            }
            return Optional.empty();
        }

        private DatePicker datePicker(DateInput input) {
            DatePicker field = new DatePicker(text(input.label()));
            field.setLocale(language.locale());
            field.setI18n(Calendars.words(messages, language));
            return filled(
                    input,
                    field,
                    () -> Optional.ofNullable(field.getValue()).map(LocalDate::toString),
                    () -> unreadable(field, "workbench.field.no-date")
                            .or(() -> missing(input, field, "workbench.field.required")));
        }

        private TimePicker timePicker(TimeInput input) {
            TimePicker field = new TimePicker(text(input.label()));
            field.setLocale(language.locale());
            return filled(
                    input,
                    field,
                    () -> Optional.ofNullable(field.getValue())
                            .map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString()),
                    () -> unreadable(field, "workbench.field.no-time")
                            .or(() -> missing(input, field, "workbench.field.required")));
        }

        private <F extends AbstractField<F, V> & HasValidator<V>, V> Optional<String> unreadable(F field, String key) {
            return Optional.of(text(key)).filter(problem -> FieldProblem.isUnreadable(field));
        }

        private Optional<String> missing(FormDefinition.Input input, AbstractField<?, ?> field, String key) {
            return Optional.of(text(key)).filter(problem -> input.required() && field.isEmpty());
        }

        private Optional<String> wrong(TextInput input, String value) {
            if (value.isEmpty()) {
                return input.required() ? Optional.of(text("workbench.field.required")) : Optional.empty();
            }
            int length = value.codePointCount(0, value.length());
            if (input.minLength().filter(least -> length < least).isPresent()) {
                return Optional.of(
                        text("workbench.field.too-short", input.minLength().get()));
            }
            if (input.maxLength().filter(most -> length > most).isPresent()) {
                return Optional.of(
                        text("workbench.field.too-long", input.maxLength().get()));
            }
            if (input.pattern().filter(pattern -> !value.matches(pattern)).isPresent()) {
                return Optional.of(text("workbench.field.wrong-form"));
            }
            return Optional.empty();
        }

        private Select<Option> select(Choice choice) {
            Select<Option> field = new Select<>();
            field.setLabel(text(choice.label()));
            field.setItems(choice.options());
            field.setItemLabelGenerator(option -> text(option.label()));
            return filled(
                    choice,
                    field,
                    () -> Optional.ofNullable(field.getValue()).map(Option::value),
                    () -> missing(choice, field, "workbench.field.choose"));
        }

        private RadioButtonGroup<Option> radio(Choice choice) {
            RadioButtonGroup<Option> field = new RadioButtonGroup<>(text(choice.label()));
            field.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
            field.setItems(choice.options());
            field.setItemLabelGenerator(option -> text(option.label()));
            return filled(
                    choice,
                    field,
                    () -> Optional.ofNullable(field.getValue()).map(Option::value),
                    () -> missing(choice, field, "workbench.field.choose"));
        }

        private Checkbox checkbox(Tick tick) {
            Checkbox field = new Checkbox(text(tick.label()));
            return filled(
                    tick, field, () -> Optional.of(field.getValue()), () -> Optional.of(text("workbench.field.tick"))
                            .filter(problem -> tick.required() && !field.getValue()));
        }

        private String text(String key, Object... arguments) {
            return messages.text(language, key, arguments);
        }
    }

    /**
     * A field with the variable that it fills.
     *
     * @param problem what is wrong with its value, if anything
     * @param refuse says so at the field
     */
    private record Filled(
            String key, Supplier<Optional<?>> value, Supplier<Optional<String>> problem, Consumer<String> refuse) {}
}
