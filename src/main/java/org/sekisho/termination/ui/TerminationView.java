package org.sekisho.termination.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.termination.Termination;
import org.sekisho.termination.TerminationState;
import org.sekisho.termination.Terminations;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.Countdown;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** Where a person asks to do without MFA, sees whom the request waits for and until when, and can withdraw it. */
@Route(value = Terminations.ROUTE, layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
class TerminationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Terminations terminations;
    private final transient Times times;
    private final transient Clock clock;

    TerminationView(Terminations terminations, Times times, Clock clock) {
        this.terminations = terminations;
        this.times = times;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return "termination.page.title";
    }

    private void show() {
        removeAll();
        Optional<Termination> open = terminations.open();
        if (open.isPresent()) {
            add(new H1(text("open")), card(open.get()));
        } else if (!terminations.isMfaOn()) {
            add(nothingToDo("off"));
        } else if (terminations.standsStill()) {
            add(nothingToDo("frozen"));
        } else if (terminations.needsProof()) {
            add(proof());
        } else {
            add(question());
        }
    }

    /** Shows how things stand now, read from the top. */
    private void showAnew() {
        show();
        MainLayout.readFromTheTop();
    }

    private TaskPage question() {
        TextArea reason = new TextArea(text("reason"));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(Terminations.LONGEST_REASON);
        TaskPage page = new TaskPage(text("title")).lead(text("lead")).lead(text("what-happens"));
        refusal().ifPresent(page::lead);
        page.content(reason);
        page.primary(text("submit"), () -> {
            if (reason.getValue().isBlank()) {
                FieldProblem.show(reason, text("reason.missing"));
            } else {
                ask(reason.getValue());
            }
        });
        page.quiet(text("keep"), TerminationView::toStatus);
        return page;
    }

    private void ask(String reason) {
        try {
            terminations.requested(reason);
            showAnew();
        } catch (ProofNeeded first) {
            prove();
        }
    }

    /** Why the newest request was refused, where it was. */
    private Optional<String> refusal() {
        return terminations.history().stream()
                .findFirst()
                .filter(newest -> newest.state() == TerminationState.REFUSED)
                .flatMap(Termination::decisionReason)
                .map(why -> text("refused", why));
    }

    private TaskPage proof() {
        TaskPage page = new TaskPage(text("proof.title")).lead(text("proof.lead"));
        refusal().ifPresent(page::lead);
        page.primary(text("proof.submit"), this::prove);
        page.quiet(text("keep"), TerminationView::toStatus);
        return page;
    }

    private void prove() {
        UI.getCurrent().navigate("tasks/" + terminations.prove());
    }

    private Card card(Termination open) {
        Card card = new Card(text("how-far"))
                .badge(new StatusBadge(
                        StatusBadge.Kind.WAITING,
                        text("state." + open.state().name().toLowerCase(Locale.ROOT))));
        open.mfaEndsAt()
                .ifPresentOrElse(
                        at -> {
                            Countdown countdown = new Countdown(clock.instant(), at);
                            countdown.addElapsedListener(elapsed -> show());
                            card.body(new Paragraph(text("approved", times.text(at))), countdown);
                        },
                        () -> card.body(new Paragraph(text("waiting", times.text(open.decisionDueAt())))));
        card.body(
                new Paragraph(new Span(text("requested") + " "), times.at(open.requestedAt())),
                new Paragraph(text("your-reason", open.reason())),
                new Paragraph(text("change-of-mind")));
        Button withdraw = new Button(text("withdraw"), click -> {
            terminations.withdrawn();
            showAnew();
        });
        withdraw.setDisableOnClick(true);
        return card.actions(withdraw);
    }

    private TaskPage nothingToDo(String why) {
        TaskPage page = new TaskPage(text(why)).lead(text(why + ".lead"));
        page.primary(text("to-status"), TerminationView::toStatus);
        return page;
    }

    private static void toStatus() {
        UI.getCurrent().navigate("");
    }

    private String text(String part, Object... arguments) {
        return getTranslation("termination.page." + part, arguments);
    }
}
