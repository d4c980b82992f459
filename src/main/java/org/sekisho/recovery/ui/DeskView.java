package org.sekisho.recovery.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.UserNames;
import org.sekisho.process.CaseId;
import org.sekisho.recovery.DeskRecoveries;
import org.sekisho.recovery.PickUpCode;
import org.sekisho.recovery.RecoveryPasses;
import org.sekisho.workbench.CodeValidity;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** Where a clerk opens a recovery for a person of their unit who stands before them with their ID card. */
@Route(value = "desk", layout = MainLayout.class)
@RolesAllowed("APPROVER")
@PageTitle("recovery.desk.title")
@Menu(title = "recovery.desk.title", order = 12, icon = "person")
class DeskView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient DeskRecoveries desk;
    private final transient RecoveryPasses passes;
    private final transient UserNames names;
    private final transient Times times;
    private final transient Clock clock;

    DeskView(DeskRecoveries desk, RecoveryPasses passes, UserNames names, Times times, Clock clock) {
        this.desk = desk;
        this.passes = passes;
        this.names = names;
        this.times = times;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ask();
    }

    private void ask() {
        removeAll();
        TextField person = new TextField(text("person"));
        person.setHelperText(text("person.hint"));
        Checkbox seen = new Checkbox(text("seen"));
        TaskPage page = new TaskPage(text("title")).lead(text("lead")).lead(text("next"));
        page.content(person, seen);
        page.primary(text("submit"), () -> {
            Optional<CommonId> commonId = names.read(person.getValue());
            if (commonId.isEmpty()) {
                FieldProblem.show(person, text("person.malformed"));
            } else if (!seen.getValue()) {
                FieldProblem.show(seen, text("seen.missing"));
            } else {
                open(page, commonId.get());
            }
        });
        add(page);
    }

    private void open(TaskPage page, CommonId person) {
        DeskRecoveries.Seen seen = desk.seen(person);
        if (seen instanceof DeskRecoveries.Seen.Opened opened) {
            showCode(opened.caseId());
        } else if (seen instanceof DeskRecoveries.Seen.Refused refused) {
            page.error(text(
                    "refused." + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        } else {
            page.error(text("not-yours"));
        }
    }

    private void showCode(CaseId caseId) {
        removeAll();
        TaskPage page = new TaskPage(text("opened")).lead(text("opened.lead"));
        passes.pickUpCode(caseId).ifPresent(code -> show(page, code));
        page.primary(text("done"), this::askAnew);
        page.quiet(text("new-code"), () -> showCode(caseId));
        add(page);
        MainLayout.readFromTheTop();
    }

    private void show(TaskPage page, PickUpCode code) {
        Span shown = new Span(code.code().reveal());
        shown.addClassName("access-pass-code");
        page.content(
                shown,
                new CodeValidity(
                        text("valid", times.text(code.expiresAt())),
                        text("elapsed"),
                        clock.instant(),
                        code.expiresAt()));
    }

    private void askAnew() {
        ask();
        MainLayout.readFromTheTop();
    }

    private String text(String part, Object... arguments) {
        return getTranslation("recovery.desk." + part, arguments);
    }
}
