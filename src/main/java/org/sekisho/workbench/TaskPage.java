package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do: one heading, one paragraph, what it needs, one primary button, and quiet ones beside it. All texts are
 * given translated. Enter in a one-line field presses the primary button.
 */
public final class TaskPage extends Section {

    private static final long serialVersionUID = 1L;

    private final Div progress = new Div();
    private final H1 heading = new H1();
    private final Div leads = new Div();
    private final Div error = new Div();
    private final Div content = new Div();
    private final Div actions = new Div();
    private final List<Component> enterFields = new ArrayList<>();
    private @Nullable Button primary;

    public TaskPage(String heading) {
        addClassName("task-page");
        this.heading.setText(heading);
        progress.addClassName("task-page-progress");
        leads.addClassName("task-page-lead");
        content.addClassName("task-page-content");
        actions.addClassName("task-page-actions");
        error.addClassName("task-page-error");
        error.getElement().setAttribute("role", "alert");
        add(progress, this.heading, leads, content, error, actions);
    }

    /** Says in one paragraph what happens here and what happens next; a second call adds a paragraph. */
    public TaskPage lead(String text) {
        leads.add(new Paragraph(text));
        return this;
    }

    /** Shows where in a longer way this page stands. */
    public TaskPage steps(StepList steps) {
        progress.removeAll();
        progress.add(steps);
        return this;
    }

    /** Adds what the task needs, in reading order. */
    public TaskPage content(Component... components) {
        content.add(components);
        for (Component component : components) {
            if (component instanceof TextField
                    || component instanceof EmailField
                    || component instanceof PasswordField) {
                enterFields.add(component);
                pressOnEnter(component);
            }
        }
        return this;
    }

    /** The one primary button. While its action runs it cannot be pressed a second time. */
    public Button primary(String label, Runnable action) {
        Button button = button(label, action);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        primary = button;
        actions.addComponentAsFirst(button);
        enterFields.forEach(this::pressOnEnter);
        return button;
    }

    /** A secondary button, such as “Not now”. While its action runs it cannot be pressed a second time. */
    public Button quiet(String label, Runnable action) {
        Button button = button(label, action);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        actions.add(button);
        return button;
    }

    /** Says what went wrong and what to do next; screen readers speak it at once. */
    public void error(String text) {
        error.removeAll();
        error.add(Glyph.ALERT.component(), new Paragraph(text));
    }

    public void clearError() {
        error.removeAll();
    }

    private Button button(String label, Runnable action) {
        Button button = new Button(label);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            clearError();
            try {
                action.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private void pressOnEnter(Component field) {
        if (primary != null) {
            primary.addClickShortcut(Key.ENTER).listenOn(field).resetFocusOnActiveElement();
        }
    }
}
