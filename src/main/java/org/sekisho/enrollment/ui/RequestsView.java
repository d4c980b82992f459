package org.sekisho.enrollment.ui;

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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.sekisho.approval.Approvals;
import org.sekisho.approval.Decision;
import org.sekisho.enrollment.Enrollment;
import org.sekisho.enrollment.EnrollmentState;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.termination.Termination;
import org.sekisho.termination.TerminationState;
import org.sekisho.termination.Terminations;
import org.sekisho.verification.Verifications;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** What the person has asked for, how far it is, and the way to withdraw it. */
@Route(value = "requests", layout = MainLayout.class)
@Menu(title = "enrollment.requests.title", icon = "list", order = 4)
@RolesAllowed("SIGNED_IN")
class RequestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Enrollments enrollments;
    private final transient Approvals approvals;
    private final transient Terminations terminations;
    private final transient Verifications verifications;
    private final transient CurrentUser user;
    private final transient ProgressSteps progress;
    private final transient Times times;

    RequestsView(
            Enrollments enrollments,
            Approvals approvals,
            Terminations terminations,
            Verifications verifications,
            CurrentUser user,
            ProgressSteps progress,
            Times times) {
        this.enrollments = enrollments;
        this.approvals = approvals;
        this.terminations = terminations;
        this.verifications = verifications;
        this.user = user;
        this.progress = progress;
        this.times = times;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return "enrollment.requests.title";
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation("enrollment.requests.title")));
        List<Enrollment> requests = enrollments.history();
        List<Termination> ends = terminations.history();
        if (requests.isEmpty() && ends.isEmpty()) {
            add(new EmptyState(
                    Glyph.LIST,
                    getTranslation("enrollment.requests.none"),
                    getTranslation("enrollment.requests.none.lead")));
        }
        ends.forEach(end -> add(card(end)));
        requests.forEach(request -> add(card(request)));
    }

    private Card card(Termination end) {
        String key = end.state().name().toLowerCase(Locale.ROOT);
        Card card = new Card(getTranslation("termination.page.open"))
                .badge(new StatusBadge(kind(end.state()), getTranslation("termination.page.state." + key)))
                .body(new Paragraph(
                        new Span(getTranslation("termination.page.requested") + " "), times.at(end.requestedAt())));
        end.endedAt()
                .ifPresent(at -> card.body(
                        new Paragraph(new Span(getTranslation("enrollment.requests.ended") + " "), times.at(at))));
        end.decisionReason()
                .filter(reason -> end.state() == TerminationState.REFUSED)
                .ifPresent(reason -> card.body(new Paragraph(getTranslation("enrollment.requests.reason", reason))));
        if (end.state().isOpen()) {
            card.actions(new Anchor(Terminations.ROUTE, getTranslation("termination.page.follow")));
        }
        return card;
    }

    private Card card(Enrollment request) {
        EnrollmentState state = request.state();
        String key = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Card card = new Card(getTranslation("enrollment.requests.application"))
                .badge(new StatusBadge(kind(state), getTranslation("enrollment.state." + key)))
                .body(new Paragraph(
                        new Span(getTranslation("enrollment.requests.applied") + " "), times.at(request.appliedAt())));
        request.endedAt()
                .ifPresent(at -> card.body(
                        new Paragraph(new Span(getTranslation("enrollment.requests.ended") + " "), times.at(at))));
        approvals
                .decisionOn(request.caseId())
                .map(Decision::reason)
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> card.body(new Paragraph(getTranslation("enrollment.requests.reason", reason))));
        if (state.isOpen()) {
            card.body(progress.draw(enrollments.milestones(request.caseId())));
            Button withdraw = new Button(getTranslation("enrollment.requests.withdraw"), click -> askToWithdraw());
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            card.actions(withdraw);
        }
        return card;
    }

    private void askToWithdraw() {
        TaskPage page = new TaskPage(getTranslation("enrollment.requests.withdraw.title"));
        page.lead(getTranslation("enrollment.requests.withdraw.text"));
        page.primary(getTranslation("enrollment.requests.withdraw.confirm"), this::withdraw);
        page.quiet(getTranslation("enrollment.requests.withdraw.keep"), this::showAgain);
        removeAll();
        add(page);
        MainLayout.readFromTheTop();
    }

    private void showAgain() {
        show();
        MainLayout.readFromTheTop();
    }

    private void withdraw() {
        if (enrollments.withdrawn() == Enrollments.Answer.PROOF_NEEDED) {
            Person person = user.get();
            UI.getCurrent().navigate("tasks/" + verifications.stepUp(person.account(), person.session(), "requests"));
        } else {
            showAgain();
        }
    }

    private static StatusBadge.Kind kind(TerminationState state) {
        return switch (state) {
            case REQUESTED, CONFIRMING, APPROVED -> StatusBadge.Kind.WAITING;
            case REFUSED, FROZEN -> StatusBadge.Kind.BAD;
            case TERMINATED, WITHDRAWN, EXPIRED, CANCELLED -> StatusBadge.Kind.NEUTRAL;
        };
    }

    private static StatusBadge.Kind kind(EnrollmentState state) {
        return switch (state) {
            case APPLIED, PROPAGATING, NEEDS_HELP -> StatusBadge.Kind.WAITING;
            case SETTING_UP, ON_TRIAL -> StatusBadge.Kind.ATTENTION;
            case ACTIVE -> StatusBadge.Kind.GOOD;
            case REFUSED -> StatusBadge.Kind.BAD;
            case TERMINATED, WITHDRAWN, EXPIRED, CANCELLED, CLOSED -> StatusBadge.Kind.NEUTRAL;
        };
    }
}
