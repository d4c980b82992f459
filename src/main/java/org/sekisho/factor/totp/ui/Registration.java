package org.sekisho.factor.totp.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.Pairing;
import org.sekisho.factor.totp.Registered;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CodeField;
import org.sekisho.workbench.CopyButton;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The key in the forms that apps take it, and the field for the code that proves it. */
final class Registration extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.totp.totp-register.";

    /** Tries left are told from the third try on. */
    private static final int TOLD_FROM = 3;

    private final transient TotpSetup setup;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final CodeField field = new CodeField();

    Registration(TotpSetup setup, CaseTask task, TaskNavigation navigation, Times times) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        Pairing pairing = setup.pairing(task);
        boolean here = setup.device(task).filter(AppDevice.THIS_DEVICE::equals).isPresent();

        TaskPage page = new TaskPage(text("title"));
        page.lead(text(here ? "this-device.lead" : "another-device.lead"));
        page.content(here ? opener(pairing) : picture(pairing), account(pairing), key(pairing));
        page.content(new Paragraph(text("code.lead")), field);
        page.content(new Paragraph(getTranslation(TEXT + "until", times.text(setup.expiresAt(task)))));
        page.primary(text("submit"), this::prove);
        page.quiet(text("back"), this::back);
        add(page);
    }

    private Component opener(Pairing pairing) {
        Anchor link = new Anchor(pairing.uri().reveal(), text("open"));
        link.addClassName("button-link");
        link.getElement().setAttribute("router-ignore", true);
        Paragraph hint = new Paragraph(text("open.hint"));
        return new Div(link, hint);
    }

    private Component picture(Pairing pairing) {
        Image image = new Image(QrPicture.of(pairing.uri()).reveal(), text("qr"));
        image.addClassName("qr-code");
        image.setWidth(QrPicture.SIZE + "px");
        image.setHeight(QrPicture.SIZE + "px");
        return image;
    }

    private Component account(Pairing pairing) {
        Span name = new Span(pairing.issuer() + ": " + pairing.account());
        name.addClassName("account-in-app");
        Paragraph fact = new Paragraph(new Span(text("account")), name);
        fact.addClassName("fact");
        return fact;
    }

    private Component key(Pairing pairing) {
        Span key = new Span(pairing.groupedKey().reveal());
        key.addClassName("totp-key");
        key.getElement().setAttribute("translate", "no");
        Paragraph fact = new Paragraph(new Span(text("key")), key);
        fact.addClassName("fact");
        CopyButton copy = new CopyButton(text("key.copy"), pairing.key(), text("key.copied"));
        return new Div(fact, copy, new Paragraph(text("key.hint")));
    }

    private void prove() {
        if (field.code().isEmpty()) {
            field.refuse(text("empty"));
            return;
        }
        try {
            show(setup.prove(task.id(), Secret.of(field.code())));
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void show(Registered registered) {
        if (registered instanceof Registered.Proved) {
            navigation.next();
        } else if (registered instanceof Registered.Wrong wrong) {
            field.refuse(
                    wrong.tries() >= TOLD_FROM
                            ? getTranslation(TEXT + "wrong-left", wrong.triesLeft())
                            : text("wrong"));
        } else if (registered instanceof Registered.Used) {
            field.refuse(text("used"));
        } else {
            over(text(registered instanceof Registered.Expired ? "expired" : "exhausted"));
        }
    }

    private void over(String why) {
        removeAll();
        TaskPage page = new TaskPage(text("title"));
        page.primary(text("continue"), navigation::next);
        page.error(why);
        add(page);
        MainLayout.readFromTheTop();
    }

    private void back() {
        try {
            setup.back(task.id());
            navigation.next();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
