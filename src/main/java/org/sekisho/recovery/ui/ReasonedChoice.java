package org.sekisho.recovery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.workbench.FieldProblem;

/** A question with a few answers, each of which needs a reason. */
final class ReasonedChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final String texts;
    private final RadioButtonGroup<String> choice;
    private final TextArea reason;

    /**
     * @param texts what the keys of its texts begin with
     * @param answers the last parts of the keys of the answers; {@code <answer>.hint} says what each leads to
     */
    ReasonedChoice(String texts, List<String> answers) {
        this.texts = texts;
        this.choice = new RadioButtonGroup<>(text("question"));
        this.reason = new TextArea(text("reason"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(answers);
        choice.setItemLabelGenerator(this::text);
        choice.addValueChangeListener(chosen -> choice.setHelperText(text(chosen.getValue() + ".hint")));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(RecoveryDecisions.LONGEST_REASON);
        addClassName("reasoned-choice");
        add(choice, reason);
    }

    /** The answer; empty, and said so in place, where it or its reason is missing. */
    Optional<String> answer() {
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

    String reason() {
        return reason.getValue();
    }

    private String text(String part) {
        return getTranslation(texts + part);
    }
}
