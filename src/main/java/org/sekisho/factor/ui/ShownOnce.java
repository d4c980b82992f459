package org.sekisho.factor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** A page with a secret that is shown this once, and the box in which its person says that it is saved. */
public final class ShownOnce extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Keeping keeping;
    private final transient TaskNavigation navigation;
    private final String texts;
    private final Checkbox saved;
    private final TaskPage page;

    /** How the task ends. */
    public interface Keeping {

        /** @return whether what was saved is what was shown last; where not, nothing happened */
        boolean saved();

        /** The person does without. */
        void declined();
    }

    /**
     * @param texts what the keys of the page's texts begin with, such as {@code factor.recoverycodes.recovery-codes-save.}
     * @param lead translated
     * @param until until when it must be saved, as the person reads it
     * @param shown the secret, and the ways to keep it
     */
    public ShownOnce(
            String texts, String lead, String until, Keeping keeping, TaskNavigation navigation, Component... shown) {
        this.texts = texts;
        this.keeping = keeping;
        this.navigation = navigation;
        saved = new Checkbox(text("saved"));
        page = new TaskPage(text("title")).lead(lead).lead(text("once"));
        page.content(shown);
        page.content(new Paragraph(getTranslation(texts + "until", until)), saved);
        page.primary(text("submit"), this::save);
        page.quiet(text("decline"), this::decline);
        add(page);
    }

    private void save() {
        if (!saved.getValue()) {
            FieldProblem.show(saved, text("tick"));
            return;
        }
        try {
            if (keeping.saved()) {
                navigation.next();
            } else {
                page.error(text("newer"));
            }
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void decline() {
        try {
            keeping.declined();
            navigation.next();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(texts + key);
    }
}
