package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Locale;
import java.util.Optional;
import org.sekisho.dispute.Disputes;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Freeze;
import org.sekisho.factor.WayOut;
import org.sekisho.factor.ui.MethodDetail;
import org.sekisho.methodchange.Change;
import org.sekisho.methodchange.MethodChange;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.methodchange.Suspensions;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Sessions;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;
import org.springframework.beans.factory.ObjectProvider;

/** What a person signs in with, everything that they can change about it, and the way out of every session. */
@Route(value = MethodChanges.ROUTE, layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
@PageTitle("methodchange.methods.title")
@Menu(title = "methodchange.methods.title", order = 3, icon = "key")
class MethodsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient MethodChanges changes;
    private final transient Suspensions suspensions;
    private final transient Disputes disputes;
    private final transient Verification verification;
    private final transient List<WayOut> ways;
    private final transient List<MethodDetail> details;
    private final transient CurrentUser user;
    private final transient Sessions sessions;
    private final transient Times times;

    MethodsView(
            MethodChanges changes,
            Suspensions suspensions,
            Disputes disputes,
            Verification verification,
            ObjectProvider<WayOut> ways,
            ObjectProvider<MethodDetail> details,
            CurrentUser user,
            Sessions sessions,
            Times times) {
        this.changes = changes;
        this.suspensions = suspensions;
        this.disputes = disputes;
        this.verification = verification;
        this.ways = ways.orderedStream().toList();
        this.details = details.stream().toList();
        this.user = user;
        this.sessions = sessions;
        this.times = times;
        addClassNames("page", "methods-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        List<Factor> methods = changes.methods();
        add(new H1(text("title")), new Paragraph(text("lead")));
        if (methods.isEmpty()) {
            add(nothing());
        } else {
            Optional<MethodChange> open = changes.open();
            Optional<Freeze> freeze = disputes.freeze();
            boolean mayChange = open.isEmpty() && freeze.isEmpty();
            freeze.ifPresent(since -> add(new FrozenCard(disputes, since, times, this::showAnew)));
            open.ifPresent(change -> add(underWay(change)));
            if (mayChange && changes.hasNeededReserve()) {
                add(new Card(text("reserve"))
                        .badge(new StatusBadge(StatusBadge.Kind.ATTENTION, text("reserve.badge")))
                        .body(new Paragraph(text("reserve.text")))
                        .needsYou());
            }
            methods.forEach(method -> add(card(method, mayChange, freeze.isPresent())));
            if (changes.hasOnlyOne()) {
                add(new Paragraph(text("only-one")));
            }
            if (mayChange && changes.canAdd()) {
                add(addition());
            }
        }
        add(everySession());
    }

    private Component nothing() {
        return new EmptyState(Glyph.KEY, text("none"), text("none.text"), new Anchor("apply", text("apply")));
    }

    private Component underWay(MethodChange change) {
        Button proceed = new Button(text("proceed"), click -> proceed());
        proceed.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button giveUp = new Button(getTranslation("methodchange.give-up"), click -> {
            changes.withdrawn();
            showAnew();
        });
        giveUp.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        giveUp.setDisableOnClick(true);
        return new Card(text("under-way." + key(change.change())))
                .badge(new StatusBadge(StatusBadge.Kind.ATTENTION, text("under-way")))
                .body(new Paragraph(new Span(text("under-way.until") + " "), times.at(change.expiresAt())))
                .actions(proceed, giveUp)
                .needsYou();
    }

    private Component card(Factor method, boolean mayChange, boolean frozen) {
        String kind = getTranslation("factor." + method.kind() + ".name");
        Card card = new Card(nameOf(method));
        if (method.preferred()) {
            card.badge(new StatusBadge(StatusBadge.Kind.GOOD, text("default")));
        }
        boolean suspended = method.state() == Factor.State.SUSPENDED;
        if (suspended) {
            card.badge(new StatusBadge(StatusBadge.Kind.BAD, text("suspended")))
                    .body(new Paragraph(text("suspended.text")));
        }
        if (method.name().isPresent()) {
            card.body(new Paragraph(kind));
        }
        details.stream()
                .filter(detail -> detail.kind().equals(method.kind()))
                .map(detail -> detail.of(method))
                .flatMap(Optional::stream)
                .forEach(told -> card.body(new Paragraph(told)));
        method.activatedAt().ifPresent(since -> card.body(new Fact(text("since"), times.at(since))));
        card.body(new Fact(
                text("last-used"), method.lastUsedAt().map(times::at).orElseGet(() -> new Span(text("never-used")))));
        if (suspended && !frozen) {
            card.actions(suspension("found", method));
        }
        if (mayChange) {
            changes.possible(method).forEach(change -> card.actions(button(change, method)));
        }
        if (!suspended && suspensions.method(method.id()).isPresent()) {
            card.actions(suspension("lost", method));
        }
        return card;
    }

    /** Several cards have the same buttons: for who hears them, each says which method it is about. */
    private Button button(Change change, Factor method) {
        String label = text("change." + key(change));
        Button button = new Button(label, click -> request(change, Optional.of(method.id())));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(label + ": " + nameOf(method));
        button.setDisableOnClick(true);
        return button;
    }

    private Button suspension(String what, Factor method) {
        Button button = new Button(text(what), click -> UI.getCurrent().navigate(SuspensionView.route(method.id())));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(text(what) + ": " + nameOf(method));
        return button;
    }

    private Component addition() {
        Button button = new Button(text("change.add"), click -> request(Change.ADD, Optional.empty()));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        return new Card(text("another"))
                .body(new Paragraph(text("another.text")))
                .actions(button);
    }

    private void request(Change change, Optional<FactorId> method) {
        switch (changes.requested(change, method)) {
            case STARTED, OPEN_ALREADY -> proceed();
            case LAST_METHOD -> {
                removeAll();
                add(new LastMethodPage(verification.help(), ways, this::showAnew));
                MainLayout.readFromTheTop();
            }
            case NOT_POSSIBLE -> showAnew();
        }
    }

    private void proceed() {
        changes.currentTask().ifPresentOrElse(task -> UI.getCurrent().navigate("tasks/" + task), this::showAnew);
    }

    private void showAnew() {
        show();
        MainLayout.readFromTheTop();
    }

    private Component everySession() {
        Button everywhere = new Button(text("sign-out-everywhere"), click -> {
            sessions.endAll(user.get().account());
            UI.getCurrent().getPage().setLocation("login");
        });
        everywhere.setDisableOnClick(true);
        return new Card(text("sessions"))
                .body(new Paragraph(text("sessions.text")))
                .actions(everywhere);
    }

    private String nameOf(Factor method) {
        return method.name().orElseGet(() -> getTranslation("factor." + method.kind() + ".name"));
    }

    private String text(String part) {
        return getTranslation("methodchange.methods." + part);
    }

    private static String key(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
