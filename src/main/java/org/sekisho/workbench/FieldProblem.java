package org.sekisho.workbench;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;

/** How every screen says what is wrong with a field. */
public final class FieldProblem {

    private FieldProblem() {}

    /**
     * Says at the field what is wrong and what to do. The field keeps what was entered and gets the focus; a change takes
     * the words away, in a text with the first key: if they went when the field is left, the button that is being pressed would
     * move away from under the pointer, and the press would come to nothing.
     */
    public static <F extends AbstractField<F, V> & HasValidation, V> void show(F field, String text) {
        if (!field.isInvalid()) {
            field.addValueChangeListener(changed -> {
                field.setInvalid(false);
                changed.unregisterListener();
            });
        }
        // what the platform checks by itself would take the words away, or put others in their place
        field.setManualValidation(true);
        field.setErrorMessage(text);
        field.setInvalid(true);
        // where a key has taken the words away and there still is no value, only the page knows that they are gone
        // a group of radio buttons takes no focus itself
        field.getElement()
                .executeJs(
                        "this.invalid = true; this.addEventListener('input', () => { this.invalid = false; }, { once: true });"
                                + " const field = this.querySelector('input[type=radio]:checked, input[type=radio]') ?? this;"
                                + " setTimeout(() => field.focus());");
    }

    /** What was typed and is no value at all reads like an empty field, and must not be taken for one. */
    public static <F extends AbstractField<F, V> & HasValidator<V>, V> boolean isUnreadable(F field) {
        return field.getDefaultValidator()
                .apply(field.getValue(), new ValueContext(field, field))
                .isError();
    }
}
