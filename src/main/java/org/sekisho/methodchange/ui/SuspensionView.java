package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.WayOut;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.methodchange.Suspensions;
import org.sekisho.methodchange.Suspensions.Answer;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskPage;
import org.springframework.beans.factory.ObjectProvider;

/** Where a person says that they have lost a method, or found it again: with another one, and at once. */
@Route(value = SuspensionView.ROUTE, layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
@PageTitle("methodchange.suspension.title")
class SuspensionView extends Div implements HasUrlParameter<String> {

    static final String ROUTE = "suspension";

    private static final long serialVersionUID = 1L;

    private final transient Suspensions suspensions;
    private final transient List<WayOut> ways;

    SuspensionView(Suspensions suspensions, ObjectProvider<WayOut> ways) {
        this.suspensions = suspensions;
        this.ways = ways.orderedStream().toList();
        addClassName("page");
    }

    /** The own route of the page about a method. */
    static String route(FactorId method) {
        return ROUTE + "/" + method;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        method(parameter).ifPresentOrElse(this::show, () -> event.forwardTo(MethodsView.class));
    }

    private Optional<Factor> method(String parameter) {
        try {
            return suspensions.method(new FactorId(UUID.fromString(parameter)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void show(Factor method) {
        removeAll();
        if (method.state() == Factor.State.SUSPENDED) {
            add(page("found", method, suspensions::found));
        } else if (suspensions.isLast(method.id())) {
            add(lastOne());
        } else {
            add(page("lost", method, suspensions::lost));
        }
    }

    private TaskPage page(String what, Factor method, Function<FactorId, Answer> act) {
        String name = method.name().orElseGet(() -> getTranslation("factor." + method.kind() + ".name"));
        TaskPage page = new TaskPage(text(what)).lead(text(what + ".lead", name));
        if (suspensions.needsProof(method.id())) {
            page.lead(text("proof"));
            page.primary(text("proof.submit"), () -> prove(method.id()));
        } else {
            page.lead(text(what + ".told"));
            page.primary(text(what + ".submit"), () -> {
                switch (act.apply(method.id())) {
                    case DONE, NOT_POSSIBLE -> back();
                    case PROOF_NEEDED -> prove(method.id());
                    case LAST_METHOD -> {
                        removeAll();
                        add(lastOne());
                        MainLayout.readFromTheTop();
                    }
                }
            });
        }
        page.quiet(getTranslation("methodchange.back"), SuspensionView::back);
        return page;
    }

    private TaskPage lastOne() {
        TaskPage page = new TaskPage(text("last")).lead(text("last.lead"));
        ways.forEach(way -> page.content(new Anchor(way.route(), getTranslation(way.label()))));
        page.primary(getTranslation("methodchange.back"), SuspensionView::back);
        return page;
    }

    private void prove(FactorId method) {
        UI.getCurrent().navigate("tasks/" + suspensions.prove(method, route(method)));
    }

    private static void back() {
        UI.getCurrent().navigate(MethodChanges.ROUTE);
    }

    private String text(String part, Object... arguments) {
        return getTranslation("methodchange.suspension." + part, arguments);
    }
}
