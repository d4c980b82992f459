package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.contact.Contact;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountId;
import org.sekisho.enrollment.Enrollment;
import org.sekisho.enrollment.EnrollmentState;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.enrollment.MfaStatus;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseTask;
import org.sekisho.security.CurrentUser;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.Countdown;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** The home of an account holder: where MFA stands, in one sentence, and what to do next. */
@Route(value = "", layout = MainLayout.class)
@Menu(title = "enrollment.status.title", icon = "home", order = 1)
@RolesAllowed("SIGNED_IN")
class StatusView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int RECENT_EVENTS = 5;
    private static final int SOON_MILLIS = 1_000;
    private static final int NEVER = -1;

    private final transient Enrollments enrollments;
    private final transient Factors factors;
    private final transient Contacts contacts;
    private final transient AuditTrail audit;
    private final transient CurrentUser user;
    private final transient Messages messages;
    private final transient ProgressSteps progress;
    private final transient Times times;
    private final transient Clock clock;
    private Registration polling = () -> {};

    StatusView(
            Enrollments enrollments,
            Factors factors,
            Contacts contacts,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ProgressSteps progress,
            Times times,
            Clock clock) {
        this.enrollments = enrollments;
        this.factors = factors;
        this.contacts = contacts;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.progress = progress;
        this.times = times;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        polling = attached.getUI().addPollListener(poll -> show());
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        polling.remove();
        detached.getUI().setPollInterval(NEVER);
    }

    @Override
    public String getPageTitle() {
        return "enrollment.status.title";
    }

    private void show() {
        AccountId account = user.get().account();
        MfaStatus status = enrollments.status();
        // the moment has come, or comes before a countdown of whole seconds could tell: the step that switches MFA on
        // follows within seconds
        boolean anyMoment = status instanceof MfaStatus.ActiveAt due
                && !clock.instant().plusMillis(SOON_MILLIS).isBefore(due.at());
        UI.getCurrent().setPollInterval(anyMoment ? SOON_MILLIS : NEVER);
        removeAll();
        add(new H1(getTranslation("enrollment.status.title")));
        add(mfa(status));
        add(methods(account), contacts(account), events(account));
    }

    private Card mfa(MfaStatus status) {
        if (status instanceof MfaStatus.BeingSetUp beingSetUp) {
            return beingSetUp(beingSetUp.state());
        }
        if (status instanceof MfaStatus.ActiveAt activeAt) {
            Countdown countdown = new Countdown(clock.instant(), activeAt.at());
            countdown.addElapsedListener(elapsed -> show());
            Button look = new Button(getTranslation("enrollment.status.look-again"), click -> show());
            Card card = new Card(getTranslation("enrollment.status.active-at", times.text(activeAt.at())))
                    .badge(new StatusBadge(StatusBadge.Kind.WAITING, getTranslation("enrollment.badge.waiting")))
                    .body(countdown, new Paragraph(getTranslation("enrollment.status.active-at.lead")))
                    .actions(look);
            steps(card);
            return card;
        }
        if (status instanceof MfaStatus.On) {
            Card card = new Card(getTranslation("enrollment.status.on"))
                    .badge(new StatusBadge(StatusBadge.Kind.GOOD, getTranslation("enrollment.badge.on")))
                    .body(new Paragraph(getTranslation("enrollment.status.on.lead")));
            enrollments.currentTask().ifPresent(task -> card.actions(primary("enrollment.status.see-result", task))
                    .needsYou());
            return card.actions(serviceDirectory());
        }
        RouterLink apply = new RouterLink(getTranslation("enrollment.apply.title"), ApplyView.class);
        apply.addClassName("button-primary");
        return new Card(getTranslation("enrollment.status.off"))
                .badge(new StatusBadge(StatusBadge.Kind.NEUTRAL, getTranslation("enrollment.badge.off")))
                .body(new Paragraph(getTranslation("enrollment.status.off.lead")))
                .actions(apply, serviceDirectory());
    }

    private Card beingSetUp(EnrollmentState state) {
        Card card = new Card(getTranslation("enrollment.status.being-set-up"));
        Optional<CaseTask> task = enrollments.currentTask();
        if (task.isPresent()) {
            card.badge(new StatusBadge(StatusBadge.Kind.ATTENTION, getTranslation("enrollment.badge.your-turn")))
                    .body(new Paragraph(getTranslation("enrollment.status.your-turn")))
                    .actions(primary("enrollment.status.continue", task.get()))
                    .needsYou();
        } else if (state == EnrollmentState.SETTING_UP) {
            card.badge(new StatusBadge(StatusBadge.Kind.ATTENTION, getTranslation("enrollment.badge.your-turn")))
                    .body(new Paragraph(getTranslation("enrollment.status.next-sign-in")));
            Button now = new Button(getTranslation("enrollment.status.set-up-now"), click -> {
                enrollments.setUpNow();
                enrollments.currentTask().ifPresentOrElse(this::open, this::show);
            });
            now.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            now.setDisableOnClick(true);
            card.actions(now).needsYou();
        } else {
            String key = state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            card.badge(new StatusBadge(StatusBadge.Kind.WAITING, getTranslation("enrollment.badge.waiting")))
                    .body(new Paragraph(getTranslation("enrollment.status.waiting." + key)));
        }
        steps(card);
        return card.actions(serviceDirectory());
    }

    private void steps(Card card) {
        enrollments
                .open()
                .map(Enrollment::caseId)
                .ifPresent(caseId -> card.body(progress.draw(enrollments.milestones(caseId))));
    }

    private Button primary(String key, CaseTask task) {
        Button button = new Button(getTranslation(key), click -> open(task));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void open(CaseTask task) {
        UI.getCurrent().navigate("tasks/" + task.id());
    }

    private Component serviceDirectory() {
        com.vaadin.flow.component.html.Anchor link = new com.vaadin.flow.component.html.Anchor(
                "services", getTranslation("enrollment.status.service-directory"));
        link.setRouterIgnore(false);
        return link;
    }

    private Card methods(AccountId account) {
        List<Factor> methods = factors.bound(account);
        Card card = new Card(getTranslation("enrollment.status.methods"));
        return methods.isEmpty()
                ? card.body(new Paragraph(getTranslation("enrollment.status.no-methods")))
                : card.body(list(methods.stream().map(this::method).toList()));
    }

    private ListItem method(Factor factor) {
        String name = factor.name().orElseGet(() -> getTranslation("factor." + factor.kind() + ".name"));
        return new ListItem(
                factor.state() == Factor.State.SUSPENDED ? getTranslation("enrollment.status.suspended", name) : name);
    }

    private Card contacts(AccountId account) {
        List<Contact> confirmed = contacts.confirmed(account);
        Card card = new Card(getTranslation("enrollment.status.contacts"));
        return confirmed.isEmpty()
                ? card.body(new Paragraph(getTranslation("enrollment.status.no-contacts")))
                : card.body(list(confirmed.stream()
                        .map(contact -> new ListItem(contact.address().masked()))
                        .toList()));
    }

    private Card events(AccountId account) {
        List<ListItem> items = audit.about(account.value(), 4 * RECENT_EVENTS).stream()
                .filter(event -> messages.knows(key(event)))
                .limit(RECENT_EVENTS)
                .map(event ->
                        new ListItem(new Span(getTranslation(key(event))), new Text(" · "), times.ago(event.at())))
                .toList();
        Card card = new Card(getTranslation("enrollment.status.events"));
        return items.isEmpty()
                ? card.body(new Paragraph(getTranslation("enrollment.status.no-events")))
                : card.body(list(items), new Paragraph(getTranslation("enrollment.status.was-it-you")));
    }

    private static String key(AuditEvent event) {
        return "enrollment.event." + event.action();
    }

    private static UnorderedList list(List<ListItem> items) {
        UnorderedList list = new UnorderedList();
        items.forEach(list::add);
        return list;
    }
}
