package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.enrollment.MfaStatus;
import org.sekisho.factor.WayOut;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.verification.Verifications;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskPage;
import org.springframework.beans.factory.ObjectProvider;

/** The application form: instructions, one question, one button. */
@Route(value = "apply", layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
class ApplyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Names the service that a person came from and wants to go back to. */
    private static final String FOR = "for";

    private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");
    private static final int STEPS = 5;

    private final transient Enrollments enrollments;
    private final transient Verifications verifications;
    private final transient CurrentUser user;
    private final transient List<WayOut> ways;

    ApplyView(Enrollments enrollments, Verifications verifications, CurrentUser user, ObjectProvider<WayOut> ways) {
        this.enrollments = enrollments;
        this.verifications = verifications;
        this.user = user;
        this.ways = ways.orderedStream().toList();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        MfaStatus status = enrollments.status();
        if (status instanceof MfaStatus.Off) {
            add(question(event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(FOR)
                    .filter(service -> SERVICE.matcher(service).matches())
                    .map(service -> "services/" + service)));
        } else {
            add(nothingToApplyFor(status instanceof MfaStatus.On ? "on" : "open"));
        }
    }

    @Override
    public String getPageTitle() {
        return "enrollment.apply.title";
    }

    private TaskPage question(Optional<String> returnTo) {
        TaskPage page = new TaskPage(getTranslation("enrollment.apply.title"));
        page.lead(getTranslation("enrollment.apply.lead"));
        OrderedList steps = new OrderedList();
        for (int step = 1; step <= STEPS; step++) {
            steps.add(new ListItem(getTranslation("enrollment.apply.step." + step)));
        }
        RadioButtonGroup<Boolean> enable = new RadioButtonGroup<>(getTranslation("enrollment.apply.question"));
        enable.setItems(true, false);
        enable.setItemLabelGenerator(yes -> getTranslation(yes ? "enrollment.apply.yes" : "enrollment.apply.no"));
        page.content(steps, new Paragraph(getTranslation("enrollment.apply.note")), enable);
        page.primary(getTranslation("enrollment.apply.save"), () -> {
            if (enable.isEmpty()) {
                FieldProblem.show(enable, getTranslation("enrollment.apply.choose"));
            } else if (enable.getValue()) {
                applied(page, returnTo);
            } else {
                removeAll();
                add(staysOff());
                MainLayout.readFromTheTop();
            }
        });
        return page;
    }

    private void applied(TaskPage page, Optional<String> returnTo) {
        switch (enrollments.applied(returnTo)) {
            case DONE, OPEN_ALREADY -> UI.getCurrent().navigate(StatusView.class);
            case ON_ALREADY, NOTHING_OPEN -> page.error(getTranslation("enrollment.apply.on"));
            case PROOF_NEEDED -> {
                Person person = user.get();
                UI.getCurrent().navigate("tasks/" + verifications.stepUp(person.account(), person.session(), "apply"));
            }
        }
    }

    private TaskPage staysOff() {
        TaskPage page = new TaskPage(getTranslation("enrollment.apply.stays-off"));
        page.lead(getTranslation("enrollment.apply.stays-off.lead"));
        page.primary(getTranslation("enrollment.apply.to-status"), () -> UI.getCurrent()
                .navigate(StatusView.class));
        return page;
    }

    private TaskPage nothingToApplyFor(String why) {
        TaskPage page = new TaskPage(getTranslation("enrollment.apply.title"));
        page.lead(getTranslation("enrollment.apply." + why));
        if (why.equals("on")) {
            ways.forEach(way -> page.content(new Paragraph(new Anchor(way.route(), getTranslation(way.label())))));
        }
        page.primary(getTranslation("enrollment.apply.to-status"), () -> UI.getCurrent()
                .navigate(StatusView.class));
        return page;
    }
}
