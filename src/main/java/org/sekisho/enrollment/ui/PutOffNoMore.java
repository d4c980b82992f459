package org.sekisho.enrollment.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Set;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.springframework.stereotype.Component;

/** Leads a person who cannot put set-up off any more to it, whichever screen they ask for. */
@Component
class PutOffNoMore implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    /** Where set-up itself happens, where it and every other change can be withdrawn or disputed, and where one signs in. */
    private static final Set<String> FREE = Set.of("tasks", "requests", "login", "not-me", "demo");

    private final transient Enrollments enrollments;
    private final transient CurrentUser user;

    PutOffNoMore(Enrollments enrollments, CurrentUser user) {
        this.enrollments = enrollments;
        this.user = user;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> page.getUI().addBeforeEnterListener(this::enter));
    }

    private void enter(BeforeEnterEvent event) {
        if (!FREE.contains(event.getLocation().getFirstSegment())
                && user.find().filter(Person::signedIn).isPresent()) {
            enrollments.dueNow().ifPresent(task -> event.forwardTo("tasks/" + task));
        }
    }
}
