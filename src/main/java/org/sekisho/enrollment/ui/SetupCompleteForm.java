package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountId;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Lists what was set up and leads on to the services. */
@org.springframework.stereotype.Component
class SetupCompleteForm implements TaskForm {

    private final Enrollments enrollments;
    private final Factors factors;
    private final Contacts contacts;

    SetupCompleteForm(Enrollments enrollments, Factors factors, Contacts contacts) {
        this.enrollments = enrollments;
        this.factors = factors;
        this.contacts = contacts;
    }

    @Override
    public FormKey key() {
        return new FormKey("setup-complete");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        UI ui = UI.getCurrent();
        AccountId account = new AccountId(task.subject().orElseThrow());
        TaskPage page = new TaskPage(ui.getTranslation("enrollment.setup-complete.title"));
        page.lead(ui.getTranslation("enrollment.setup-complete.lead"));
        UnorderedList methods = new UnorderedList();
        factors.active(account)
                .forEach(factor -> methods.add(new ListItem(
                        factor.name().orElseGet(() -> ui.getTranslation("factor." + factor.kind() + ".name")))));
        UnorderedList addresses = new UnorderedList();
        contacts.confirmed(account)
                .forEach(contact -> addresses.add(new ListItem(contact.address().masked())));
        page.content(
                new H2(ui.getTranslation("enrollment.status.methods")),
                methods,
                new H2(ui.getTranslation("enrollment.status.contacts")),
                addresses);
        page.primary(ui.getTranslation("enrollment.setup-complete.submit"), () -> {
            try {
                navigation.to(enrollments.resultSeen(task.id()).orElse("services"));
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        return page;
    }
}
