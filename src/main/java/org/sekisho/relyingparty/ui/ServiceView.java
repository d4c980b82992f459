package org.sekisho.relyingparty.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.enrollment.MfaStatus;
import org.sekisho.relyingparty.RelyingService;
import org.sekisho.relyingparty.Requirement;
import org.sekisho.relyingparty.ServiceDirectory;
import org.sekisho.relyingparty.ServiceDirectory.Access;
import org.sekisho.shared.Language;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskPage;

/** The door of one service: opens, recommends MFA, or leads into set-up and back. */
@Route(value = "services/:service", layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
class ServiceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String SERVICE = "service";

    private final transient ServiceDirectory directory;
    private final transient Enrollments enrollments;
    private String title = "";

    ServiceView(ServiceDirectory directory, Enrollments enrollments) {
        this.directory = directory;
        this.enrollments = enrollments;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RelyingService service =
                event.getRouteParameters().get(SERVICE).flatMap(directory::find).orElseThrow(NotFoundException::new);
        title = service.name(Language.of(UI.getCurrent().getLocale()));
        Access access = directory.access(service);
        removeAll();
        add(access.opens() ? open(service, access) : closed(service));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private TaskPage open(RelyingService service, Access access) {
        TaskPage page = new TaskPage(title);
        if (access.factorProved() || access.requirement() == Requirement.OPTIONAL) {
            page.lead(getTranslation("relyingparty.service.open"));
        } else {
            page.lead(getTranslation(
                    "relyingparty.service." + access.requirement().name().toLowerCase(Locale.ROOT)));
        }
        service.address()
                .ifPresentOrElse(
                        address -> page.content(
                                new Anchor(address.toString(), getTranslation("relyingparty.service.go", title))),
                        () -> page.content(new Paragraph(getTranslation("relyingparty.service.no-page"))));
        page.quiet(getTranslation("relyingparty.service.back"), () -> UI.getCurrent()
                .navigate(ServicesView.class));
        return page;
    }

    private TaskPage closed(RelyingService service) {
        TaskPage page = new TaskPage(title);
        page.lead(getTranslation("relyingparty.service.required"));
        MfaStatus status = enrollments.status();
        if (status instanceof MfaStatus.Off) {
            page.primary(getTranslation("relyingparty.service.set-up"), () -> UI.getCurrent()
                    .navigate("apply", QueryParameters.of("for", service.id())));
        } else if (status instanceof MfaStatus.On) {
            page.lead(getTranslation("relyingparty.service.sign-in-again"));
        } else {
            page.lead(getTranslation("relyingparty.service.set-up-open"));
            page.primary(getTranslation("relyingparty.service.continue"), () -> {
                enrollments.comesFrom("services/" + service.id());
                UI.getCurrent().navigate("");
            });
        }
        page.quiet(getTranslation("relyingparty.service.back"), () -> UI.getCurrent()
                .navigate(ServicesView.class));
        return page;
    }
}
