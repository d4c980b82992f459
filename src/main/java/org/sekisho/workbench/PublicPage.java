package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import org.sekisho.directory.Accounts;
import org.sekisho.security.CurrentUser;

/** The frame of a page that anybody may open, without the shell of those who are signed in: the mark, one card, the language. */
public abstract class PublicPage extends Main {

    private static final long serialVersionUID = 1L;

    private final Div card = new Div();

    protected PublicPage(CurrentUser currentUser, Accounts accounts) {
        addClassNames("login-page", "public-page");
        card.addClassName("public-card");
        add(card, new LanguageSwitch(currentUser, accounts));
    }

    /** Shows this, in the place of what was shown before, and begins to read at its heading. */
    protected final void show(Component content) {
        card.removeAll();
        card.add(brand(), content);
        getElement().executeJs("""
                const heading = this.querySelector('h1');
                if (heading) {
                  heading.tabIndex = -1;
                  heading.focus();
                }""");
    }

    private Div brand() {
        Div brand = new Div(new GateMark(), new Span(getTranslation("workbench.product")));
        brand.addClassName("brand");
        return brand;
    }
}
