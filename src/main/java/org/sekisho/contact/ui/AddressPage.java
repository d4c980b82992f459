package org.sekisho.contact.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.contact.AddressProblem;
import org.sekisho.contact.ContactSetup;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.TaskId;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** One field for one address. Whatever is wrong with it is said at the field, which keeps what was typed. */
final class AddressPage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ContactSetup setup;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final TextField field = new TextField();
    private final Button useAnyway;

    AddressPage(ContactSetup setup, TaskId task, TaskNavigation navigation) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        field.setLabel(getTranslation("contact.contact-address.field"));
        field.setHelperText(getTranslation("contact.contact-address.hint"));
        field.setAutocomplete(Autocomplete.EMAIL);
        field.setAutocapitalize(Autocapitalize.NONE);
        field.getElement().setAttribute("inputmode", "email");
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);

        TaskPage page = new TaskPage(getTranslation("contact.contact-address.title"))
                .lead(getTranslation("contact.contact-address.lead"))
                .content(field);
        page.primary(getTranslation("contact.contact-address.submit"), () -> give(false));
        useAnyway = page.quiet(getTranslation("contact.contact-address.use-anyway"), () -> give(true));
        useAnyway.setVisible(false);
        field.addValueChangeListener(changed -> useAnyway.setVisible(false));
        add(page);
    }

    private void give(boolean anyway) {
        Optional<AddressProblem> problem;
        try {
            problem = setup.give(task, field.getValue(), anyway);
        } catch (ProofNeeded lapsed) {
            removeAll();
            add(new ProofPage(setup, task, navigation));
            MainLayout.readFromTheTop();
            return;
        }
        problem.ifPresentOrElse(this::refuse, navigation::next);
    }

    private void refuse(AddressProblem problem) {
        String key = problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        FieldProblem.show(field, getTranslation("contact.contact-address.problem." + key));
        useAnyway.setVisible(problem == AddressProblem.OWN);
    }
}
