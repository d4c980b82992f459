package org.sekisho.factor.recoverycodes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.sekisho.factor.recoverycodes.CodeSet;
import org.sekisho.factor.recoverycodes.RecoveryCodesSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CopyButton;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The codes, three ways to keep them, and the box that says that they are kept. */
final class CodeSheet extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.recoverycodes.recovery-codes-save.";

    /** Made in the browser, so that the codes stand in no address and in no cache between. */
    private static final String DOWNLOAD = """
            this.addEventListener('click', () => {
              const link = document.createElement('a');
              link.href = URL.createObjectURL(new Blob([$0], {type: 'text/plain;charset=utf-8'}));
              link.download = $1;
              link.click();
              setTimeout(() => URL.revokeObjectURL(link.href), 0);
            })""";

    private final transient RecoveryCodesSetup setup;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final transient CodeSet set;
    private final Checkbox saved = new Checkbox(text("saved"));
    private final TaskPage page = new TaskPage(text("title"));

    CodeSheet(RecoveryCodesSetup setup, CaseTask task, TaskNavigation navigation, Times times) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        this.set = setup.issue(task);
        page.lead(text("lead")).lead(text("once"));
        page.content(
                sheet(),
                keeping(),
                new Paragraph(getTranslation(TEXT + "until", times.text(setup.expiresAt(task)))),
                saved);
        page.primary(text("submit"), this::save);
        page.quiet(text("decline"), this::decline);
        add(page);
    }

    private Component sheet() {
        OrderedList list = new OrderedList();
        list.addClassName("recovery-codes");
        list.getElement().setAttribute("translate", "no");
        set.codes().forEach(code -> {
            Span shown = new Span(code.reveal());
            list.add(new ListItem(shown));
        });
        return list;
    }

    private Component keeping() {
        Secret<String> sheet =
                Secret.of(set.codes().stream().map(Secret::reveal).collect(Collectors.joining("\n")));
        CopyButton copy = new CopyButton(text("copy"), sheet, text("copied"));
        Button download = quiet("download");
        download.getElement()
                .executeJs(DOWNLOAD, text("file.heading") + "\n\n" + sheet.reveal() + "\n", text("file.name"));
        Button print = quiet("print");
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        Div buttons = new Div(copy, download, print);
        buttons.addClassName("keep-codes");
        return buttons;
    }

    private Button quiet(String key) {
        Button button = new Button(text(key));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void save() {
        if (!saved.getValue()) {
            FieldProblem.show(saved, text("tick"));
            return;
        }
        try {
            if (setup.saved(task.id(), set)) {
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
            setup.declined(task.id());
            navigation.next();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
