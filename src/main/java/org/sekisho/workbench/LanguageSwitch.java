package org.sekisho.workbench;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.sekisho.directory.Accounts;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.shared.Language;

/** Changes the language of the screens and, for a person who is signed in, of everything sent to them. */
public final class LanguageSwitch extends Div {

    private static final long serialVersionUID = 1L;

    public LanguageSwitch(CurrentUser currentUser, Accounts accounts) {
        addClassName("language-switch");
        Language other = Screens.language() == Language.JA ? Language.EN : Language.JA;
        Button change = new Button(getTranslation("workbench.language." + other.tag()), Glyph.LANGUAGE.component());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.getElement().setAttribute("lang", other.tag());
        change.addClickListener(click -> {
            currentUser.find().filter(Person::signedIn).ifPresent(person -> accounts.choose(person.account(), other));
            getElement()
                    .executeJs(
                            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload();",
                            Screens.LANGUAGE_COOKIE,
                            other.tag());
        });
        add(change);
    }
}
