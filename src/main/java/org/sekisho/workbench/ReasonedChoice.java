package org.sekisho.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question with a few answers, each of which needs a reason.
 *
 * @param <T> what an answer is
 */
public final class ReasonedChoice<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final String texts;
    private final RadioButtonGroup<T> choice;
    private final TextArea reason;

    /**
     * @param texts what the keys of its texts begin with
     * @param key the last part of the key of an answer; {@code <answer>.hint} says what it leads to
     * @param longestReason in characters
     */
    public ReasonedChoice(String texts, List<T> answers, Function<T, String> key, int longestReason) {
        this.texts = texts;
        this.choice = new RadioButtonGroup<>(text("question"));
        this.reason = new TextArea(text("reason"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(answers);
        choice.setItemLabelGenerator(answer -> text(key.apply(answer)));
        choice.addValueChangeListener(chosen -> choice.setHelperText(text(key.apply(chosen.getValue()) + ".hint")));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(longestReason);
        addClassName("reasoned-choice");
        add(choice, reason);
    }

    /** The answer; empty, and said so in place, where it or its reason is missing. */
    public Optional<T> answer() {
        if (choice.isEmpty()) {
            FieldProblem.show(choice, text("choose"));
            return Optional.empty();
        }
        if (reason.getValue().isBlank()) {
            FieldProblem.show(reason, text("reason.missing"));
            return Optional.empty();
        }
        return Optional.of(choice.getValue());
    }

    public String reason() {
        return reason.getValue();
    }

    private String text(String part) {
        return getTranslation(texts + part);
    }
}
