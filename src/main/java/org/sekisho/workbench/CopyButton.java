package org.sekisho.workbench;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.sekisho.shared.Secret;

/** Copies something that is shown once, within the browser, and says so. */
public final class CopyButton extends Button {

    private static final long serialVersionUID = 1L;

    public CopyButton(String label, Secret<String> text, String copied) {
        super(label, click -> MainLayout.announce(copied));
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", text.reveal());
    }
}
