package org.sekisho.recovery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import org.sekisho.accesspass.AccessPass;
import org.sekisho.accesspass.Redemption;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.RecoveryPasses;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.CopyButton;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The pass, shown to the one browser that may see it or sent to the person's contact, and the field in which it is entered. */
final class PassPage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient RecoveryPasses passes;
    private final transient Recoveries recoveries;
    private final transient Times times;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final TaskPage page;
    private final TextField entered = new TextField();
    private final Div made = new Div();

    PassPage(RecoveryPasses passes, Recoveries recoveries, Times times, TaskId task, TaskNavigation navigation) {
        this.passes = passes;
        this.recoveries = recoveries;
        this.times = times;
        this.task = task;
        this.navigation = navigation;
        this.page = new TaskPage(text("title"));
        made.getElement().setAttribute("role", "status");
        made.addClassName("access-pass");
        RecoveryPasses.Offer offer = passes.offer(task);
        offer.heldUntil()
                .ifPresentOrElse(until -> page.lead(text("held", times.text(until))), () -> fill(offer.shownHere()));
        page.quiet(text("withdraw"), this::withdraw);
        add(page);
    }

    private void fill(boolean shownHere) {
        page.lead(text("lead"));
        if (shownHere) {
            page.content(new Card(text("here"))
                    .body(new Paragraph(text("here.text")), made)
                    .actions(button("here.show", this::show)));
        } else {
            page.lead(text("elsewhere"));
            page.content(made);
        }
        page.content(
                new Card(text("mail")).body(new Paragraph(text("mail.text"))).actions(button("mail.send", this::mail)));
        entered.setLabel(text("entered"));
        entered.setAutocomplete(Autocomplete.OFF);
        page.content(entered);
        page.primary(text("submit"), this::redeem);
    }

    private Button button(String label, Runnable action) {
        Button button = new Button(text(label), click -> guarded(action));
        button.setDisableOnClick(true);
        button.addClickListener(click -> button.setEnabled(true));
        return button;
    }

    private void show() {
        made.removeAll();
        passes.shown(task).ifPresentOrElse(this::show, () -> page.error(text("none-left")));
    }

    private void show(AccessPass pass) {
        Span code = new Span(pass.code().reveal());
        code.addClassName("access-pass-code");
        made.add(
                code,
                new CopyButton(text("copy"), pass.code(), text("copied")),
                new Paragraph(text("until", times.text(pass.expiresAt()))));
    }

    private void mail() {
        made.removeAll();
        if (passes.mailed(task)) {
            made.add(new Paragraph(text("mail.sent")));
        } else {
            page.error(text("none-left"));
        }
    }

    private void redeem() {
        if (entered.getValue().isBlank()) {
            FieldProblem.show(entered, text("empty"));
            return;
        }
        guarded(() -> {
            Redemption found = passes.redeemed(task, Secret.of(entered.getValue()));
            if (found instanceof Redemption.Right) {
                navigation.next();
            } else if (found instanceof Redemption.Wrong wrong) {
                FieldProblem.show(entered, text("wrong", wrong.triesLeft()));
            } else if (found instanceof Redemption.Used) {
                FieldProblem.show(entered, text("used"));
            } else if (found instanceof Redemption.Expired) {
                FieldProblem.show(entered, text("expired"));
            } else {
                page.error(text("exhausted"));
            }
        });
    }

    private void withdraw() {
        recoveries.withdrawn();
        navigation.next();
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String part, Object... arguments) {
        return getTranslation("recovery.recovery-pass." + part, arguments);
    }
}
