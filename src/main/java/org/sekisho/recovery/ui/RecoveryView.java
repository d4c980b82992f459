package org.sekisho.recovery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.Recovery;
import org.sekisho.recovery.RecoveryChannel;
import org.sekisho.recovery.RecoveryPasses;
import org.sekisho.recovery.RecoveryState;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.security.SignInGrants;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/**
 * Where a person sees how their recovery stands, who it waits for and until when; with the password alone as well. Who is still
 * signed in opens one here.
 */
@Route(value = RecoveryView.ROUTE, layout = MainLayout.class)
@PermitAll
@PageTitle("recovery.page.title")
class RecoveryView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "recovery";

    private static final long serialVersionUID = 1L;

    private final transient Recoveries recoveries;
    private final transient RecoveryPasses passes;
    private final transient CurrentUser user;
    private final transient Times times;

    RecoveryView(Recoveries recoveries, RecoveryPasses passes, CurrentUser user, Times times) {
        this.recoveries = recoveries;
        this.passes = passes;
        this.user = user;
        this.times = times;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        boolean signedIn = user.find().filter(Person::signedIn).isPresent();
        Optional<Recovery> newest = recoveries.newest();
        if (newest.isEmpty() || (signedIn && !newest.get().state().isOpen())) {
            add(start(signedIn));
            return;
        }
        Recovery recovery = newest.get();
        String state = recovery.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        TaskPage page = new TaskPage(text("state." + state));
        page.lead(text(
                "state." + state + ".lead",
                times.text(recovery.waitUntil().orElse(recovery.expiresAt())),
                times.text(recovery.expiresAt())));
        if (recovery.state() == RecoveryState.RECOVERED) {
            page.primary(text("enter"), () -> UI.getCurrent().getPage().setLocation(SignInGrants.COMPLETE_ROUTE));
            page.quiet(text("sign-in"), MainLayout::signOut);
        } else if (recovery.state().isOpen()) {
            fill(page, recovery);
        } else {
            page.primary(text("sign-in"), MainLayout::signOut);
        }
        add(page);
    }

    private void fill(TaskPage page, Recovery recovery) {
        recoveries
                .currentTask()
                .ifPresent(task ->
                        page.primary(text("proceed"), () -> UI.getCurrent().navigate("tasks/" + task)));
        if (recovery.channel() == RecoveryChannel.DESK && !passes.isPassShownHere(recovery.caseId())) {
            pickUp(page);
        }
        page.quiet(text("withdraw"), () -> {
            recoveries.withdrawn();
            showAnew();
        });
    }

    private void pickUp(TaskPage page) {
        TextField code = new TextField(text("pick-up"));
        code.setHelperText(text("pick-up.hint"));
        page.content(code);
        page.primary(text("pick-up.submit"), () -> {
            if (!code.isEmpty() && passes.pickedUp(Secret.of(code.getValue()))) {
                // only the next request of this browser has the cookie
                UI.getCurrent().getPage().reload();
            } else {
                FieldProblem.show(code, text("pick-up.wrong"));
            }
        });
    }

    private TaskPage start(boolean signedIn) {
        TaskPage page = new TaskPage(text("start")).lead(text("start.lead")).lead(text("start.told"));
        if (signedIn) {
            page.content(new Anchor("methods", text("start.methods")));
        }
        page.primary(text("start.submit"), () -> {
            Recoveries.Opening opening = recoveries.reported();
            if (opening == Recoveries.Opening.OPENED || opening == Recoveries.Opening.OPEN_ALREADY) {
                showAnew();
            } else {
                page.error(getTranslation("recovery.opening."
                        + opening.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            }
        });
        return page;
    }

    private void showAnew() {
        show();
        MainLayout.readFromTheTop();
    }

    static String text(String part, Object... arguments) {
        return UI.getCurrent().getTranslation("recovery.page." + part, arguments);
    }
}
