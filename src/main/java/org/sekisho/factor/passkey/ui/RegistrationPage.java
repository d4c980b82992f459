package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.passkey.PasskeySetup;
import org.sekisho.factor.passkey.Registered;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** A name, and the button that has the device make the passkey. */
final class RegistrationPage extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.passkey.passkey-register.";

    private final transient PasskeySetup setup;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final TextField name = new TextField();
    private final Div waiting = new Div();
    private final TaskPage page;

    RegistrationPage(PasskeySetup setup, TaskId task, TaskNavigation navigation, Times times) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        name.setLabel(text("name"));
        name.setHelperText(text("name.hint"));
        name.setManualValidation(true);
        name.setAutocomplete(Autocomplete.OFF);
        name.setMaxLength(PasskeySetup.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setValueChangeMode(ValueChangeMode.EAGER);
        waiting.getElement().setAttribute("role", "status");
        page = new TaskPage(text("title")).lead(text("lead")).lead(text("next"));
        page.content(name, new Paragraph(getTranslation(TEXT + "until", times.text(setup.expiresAt(task)))), waiting);
        page.primary(text("submit"), () -> guarded(this::create));
        page.quiet(
                text("not-now"),
                () -> guarded(() -> {
                    setup.giveUp(task);
                    navigation.next();
                }));
        add(page);
    }

    private void create() {
        waiting.removeAll();
        if (name.getValue().isBlank()) {
            refuseName();
            return;
        }
        String options = setup.toCreate(task);
        waiting.add(new Paragraph(getTranslation("factor.passkey.waiting")));
        BrowserPasskeys.create(this, options, answer -> guarded(() -> register(answer)), trouble -> {
            waiting.removeAll();
            page.error(trouble == Trouble.CANCELLED ? text("cancelled") : getTranslation(trouble.key()));
        });
    }

    private void register(Secret<String> answer) {
        waiting.removeAll();
        Registered registered = setup.register(task, name.getValue(), answer);
        if (registered instanceof Registered.Done) {
            MainLayout.announce(text("done"));
            navigation.next();
        } else if (registered instanceof Registered.Unnamed) {
            refuseName();
        } else if (registered instanceof Registered.Refused refused) {
            page.error(getTranslation(TEXT + "refused", refused.triesLeft()));
        } else if (registered instanceof Registered.ModelNotAllowed) {
            page.error(text("model-not-allowed"));
        } else if (registered instanceof Registered.Known) {
            page.error(getTranslation(Trouble.KNOWN.key()));
        } else if (registered instanceof Registered.TooLate) {
            page.error(text("too-late"));
        } else {
            over(text(registered instanceof Registered.Expired ? "expired" : "exhausted"));
        }
    }

    private void refuseName() {
        FieldProblem.show(name, text("name.missing"));
    }

    private void over(String why) {
        removeAll();
        TaskPage ended = new TaskPage(text("title"));
        ended.primary(text("continue"), navigation::next);
        ended.error(why);
        add(ended);
        MainLayout.readFromTheTop();
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (ProofNeeded lapsed) {
            removeAll();
            add(new ProofPage(setup, task, navigation));
            MainLayout.readFromTheTop();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
