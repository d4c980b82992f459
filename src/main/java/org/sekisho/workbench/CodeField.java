package org.sekisho.workbench;

import com.vaadin.flow.component.textfield.TextField;
import java.text.Normalizer;

/**
 * The one field for a code that was sent or is shown by an app. Phones offer the code that has just arrived; spaces,
 * hyphens and full-width digits are forgiven.
 */
public final class CodeField extends TextField {

    private static final long serialVersionUID = 1L;

    /** A field labelled “Verification code”. */
    public CodeField() {
        setLabel(getTranslation("workbench.code.label"));
        getElement().setProperty("autocomplete", "one-time-code");
        addClassName("code-field");
        getElement().setAttribute("inputmode", "numeric");
        addAttachListener(attached -> getElement().executeJs("""
                const input = this.inputElement;
                if (input) {
                  input.setAttribute('inputmode', 'numeric');
                  input.setAttribute('autocorrect', 'off');
                  input.setAttribute('spellcheck', 'false');
                }"""));
        addValueChangeListener(changed -> setInvalid(false));
    }

    /** What was typed, as plain ASCII characters without spaces and hyphens; may be empty. */
    public String code() {
        return Normalizer.normalize(getValue(), Normalizer.Form.NFKC).replaceAll("[\\s\\u00AD\\p{Pd}]", "");
    }

    /** Says in place what is wrong; the field keeps what was typed, selected, and the focus. */
    public void refuse(String message) {
        setErrorMessage(message);
        setInvalid(true);
        focus();
        getElement().executeJs("this.inputElement && this.inputElement.select()");
    }
}
