package org.sekisho.factor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Sessions;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** What a person signs in with, and the way out of every session. */
@Route(value = "methods", layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
@PageTitle("factor.methods.title")
@Menu(title = "factor.methods.title", order = 3, icon = "key")
class MethodsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Factors factors;
    private final transient CurrentUser user;
    private final transient Sessions sessions;
    private final transient Times times;

    MethodsView(Factors factors, CurrentUser user, Sessions sessions, Times times) {
        this.factors = factors;
        this.user = user;
        this.sessions = sessions;
        this.times = times;
        addClassNames("page", "methods-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<Factor> methods = factors.active(user.get().account());
        add(new H1(getTranslation("factor.methods.title")), new Paragraph(getTranslation("factor.methods.lead")));
        if (methods.isEmpty()) {
            add(nothing());
        } else {
            methods.forEach(method -> add(card(method)));
            if (methods.size() == 1) {
                add(new Paragraph(getTranslation("factor.methods.only-one")));
            }
            add(new Paragraph(getTranslation("factor.methods.change")));
        }
        add(everySession());
    }

    private Component nothing() {
        return new EmptyState(
                Glyph.KEY,
                getTranslation("factor.methods.none"),
                getTranslation("factor.methods.none.text"),
                new Anchor("apply", getTranslation("factor.methods.apply")));
    }

    private Component card(Factor method) {
        String kind = getTranslation("factor." + method.kind() + ".name");
        Card card = new Card(method.name().orElse(kind));
        if (method.preferred()) {
            card.badge(new StatusBadge(StatusBadge.Kind.GOOD, getTranslation("factor.methods.default")));
        }
        if (method.name().isPresent()) {
            card.body(new Paragraph(kind));
        }
        method.activatedAt()
                .ifPresent(since -> card.body(fact(getTranslation("factor.methods.since"), times.at(since))));
        card.body(fact(
                getTranslation("factor.methods.last-used"),
                method.lastUsedAt()
                        .map(times::at)
                        .orElseGet(() -> new Span(getTranslation("factor.methods.never-used")))));
        return card;
    }

    private static Component fact(String name, Span value) {
        Paragraph fact = new Paragraph(new Span(name), value);
        fact.addClassName("fact");
        return fact;
    }

    private Component everySession() {
        Button everywhere = new Button(getTranslation("factor.methods.sign-out-everywhere"), click -> {
            sessions.endAll(user.get().account());
            UI.getCurrent().getPage().setLocation("login");
        });
        everywhere.setDisableOnClick(true);
        return new Card(getTranslation("factor.methods.sessions"))
                .body(new Paragraph(getTranslation("factor.methods.sessions.text")))
                .actions(everywhere);
    }
}
