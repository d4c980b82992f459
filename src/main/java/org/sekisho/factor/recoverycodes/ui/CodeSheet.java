package org.sekisho.factor.recoverycodes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.sekisho.factor.recoverycodes.CodeSet;
import org.sekisho.factor.recoverycodes.RecoveryCodesSetup;
import org.sekisho.factor.ui.ShownOnce;
import org.sekisho.process.CaseTask;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CopyButton;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** The codes, and three ways to keep them. */
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

    CodeSheet(RecoveryCodesSetup setup, CaseTask task, TaskNavigation navigation, Times times) {
        CodeSet set = setup.issue(task);
        ShownOnce.Keeping keeping = new ShownOnce.Keeping() {
            @Override
            public boolean saved() {
                return setup.saved(task.id(), set);
            }

            @Override
            public void declined() {
                setup.declined(task.id());
            }
        };
        add(new ShownOnce(
                TEXT, text("lead"), times.text(setup.expiresAt(task)), keeping, navigation, sheet(set), keepers(set)));
    }

    private Component sheet(CodeSet set) {
        OrderedList list = new OrderedList();
        list.addClassName("recovery-codes");
        list.getElement().setAttribute("translate", "no");
        set.codes().forEach(code -> {
            Span shown = new Span(code.reveal());
            list.add(new ListItem(shown));
        });
        return list;
    }

    private Component keepers(CodeSet set) {
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

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
