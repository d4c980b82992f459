package org.sekisho.vouching.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.UserNames;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.vouching.ContactPersons;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** Whom a person has named to vouch for them, should they lose every method. */
@Route(value = ContactPersonsView.ROUTE, layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
@PageTitle("vouching.contact-persons.title")
@Menu(title = "vouching.contact-persons.title", order = 5, icon = "person")
class ContactPersonsView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "contact-persons";

    private static final long serialVersionUID = 1L;

    private final transient ContactPersons persons;
    private final transient UserNames names;
    private final transient Times times;
    private final transient Clock clock;

    ContactPersonsView(ContactPersons persons, UserNames names, Times times, Clock clock) {
        this.persons = persons;
        this.names = names;
        this.times = times;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(new H1(text("title")), new Paragraph(text("lead")));
        if (!persons.isMfaOn()) {
            add(new EmptyState(Glyph.PERSON, text("off"), text("off.text"), new Anchor("apply", text("apply"))));
            return;
        }
        List<ContactPersons.Named> named = persons.named();
        named.forEach(person -> add(card(person)));
        if (persons.needsProof()) {
            Button prove = new Button(text("proof.submit"), click -> prove());
            add(new Card(text("proof")).body(new Paragraph(text("proof.text"))).actions(prove));
        } else {
            add(addition());
        }
    }

    private Card card(ContactPersons.Named named) {
        boolean counts = !clock.instant().isBefore(named.countsFrom());
        Card card = new Card(named.commonId().value())
                .badge(
                        counts
                                ? new StatusBadge(StatusBadge.Kind.GOOD, text("counts"))
                                : new StatusBadge(StatusBadge.Kind.WAITING, text("waits")));
        if (!counts) {
            card.body(new Fact(text("counts-from"), times.at(named.countsFrom())));
        }
        Button remove = new Button(
                text("remove"),
                click -> guarded(() -> {
                    persons.removed(named.id());
                    showAnew();
                }));
        remove.setAriaLabel(text("remove") + ": " + named.commonId().value());
        remove.setDisableOnClick(true);
        return card.actions(remove);
    }

    private Card addition() {
        TextField person = new TextField(text("person"));
        person.setHelperText(text("person.hint"));
        Button name = new Button(text("submit"), click -> {
            Optional<CommonId> commonId = names.read(person.getValue());
            if (commonId.isEmpty()) {
                FieldProblem.show(person, text("person.malformed"));
            } else {
                guarded(() -> name(person, commonId.get()));
            }
            click.getSource().setEnabled(true);
        });
        name.setDisableOnClick(true);
        return new Card(text("another"))
                .body(new Paragraph(text("another.text")), person)
                .actions(name);
    }

    private void name(TextField field, CommonId commonId) {
        ContactPersons.Naming naming = persons.registered(commonId);
        if (naming == ContactPersons.Naming.NAMED) {
            showAnew();
        } else {
            FieldProblem.show(
                    field,
                    text("refused." + naming.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (ProofNeeded first) {
            prove();
        }
    }

    private void prove() {
        UI.getCurrent().navigate("tasks/" + persons.prove(ROUTE));
    }

    private void showAnew() {
        show();
        MainLayout.readFromTheTop();
    }

    private String text(String part, Object... arguments) {
        return getTranslation("vouching.contact-persons." + part, arguments);
    }
}
