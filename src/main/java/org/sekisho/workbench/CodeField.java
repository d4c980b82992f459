package org.sekisho.workbench;

import com.vaadin.flow.component.textfield.TextField;
import java.text.Normalizer;

/**
 * The one field for a code. Phones offer the code that has just arrived; spaces,
 * hyphens and full-width digits are forgiven.
 */
public final class CodeField extends TextField {

    private static final long serialVersionUID = 1L;

    /** A field for digits that were sent or are shown by an app, labelled “Verification code”. */
    public CodeField() {
        this("numeric", "one-time-code");
        setLabel(getTranslation("workbench.code.label"));
    }

    /**
     * A field for a code of letters and digits that the person keeps.
     *
     * @param label translated
     */
    public CodeField(String label) {
        this("text", "off");
        setLabel(label);
        addClassName("code-field-long");
    }

    private CodeField(String keyboard, String autocomplete) {
        getElement().setProperty("autocomplete", autocomplete);
        addClassName("code-field");
        getElement().setAttribute("inputmode", keyboard);
        addAttachListener(attached -> getElement().executeJs("""
                const input = this.inputElement;
                if (input) {
                  input.setAttribute('inputmode', $0);
                  input.setAttribute('autocorrect', 'off');
                  input.setAttribute('autocapitalize', 'characters');
                  input.setAttribute('spellcheck', 'false');
                }""", keyboard));
    }

    /** What was typed, as plain ASCII characters without spaces and hyphens; may be empty. */
    public String code() {
        return Normalizer.normalize(getValue(), Normalizer.Form.NFKC).replaceAll("[\\s\\u00AD\\p{Pd}]", "");
    }

    /** Says in place what is wrong; the field keeps what was typed, selected, and the focus. */
    public void refuse(String message) {
        FieldProblem.show(this, message);
        getElement().executeJs("setTimeout(() => this.inputElement && this.inputElement.select())");
    }
}
