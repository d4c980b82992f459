package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Duration;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.messagecode.PhoneSetup;
import org.sekisho.factor.messagecode.PhoneSetup.Proved;
import org.sekisho.factor.messagecode.SentPhoneCode;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CodeField;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** What went out, and the field for its code; or nothing to fill in where the call itself is answered. */
final class NumberProof extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.messagecode.phone-answer.";

    /** Tries left are told from the third try on. */
    private static final int TOLD_FROM = 3;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final transient PhoneSetup setup;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final transient Times times;
    private final CodeField field = new CodeField();
    private final TaskPage page;

    NumberProof(PhoneSetup setup, TaskId task, TaskNavigation navigation, LiveUpdates live, Times times, Clock clock) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        this.times = times;
        SentPhoneCode sent = setup.sent(task);
        page = new TaskPage(text("title"));
        page.lead(text(
                sent.call() ? sent.typed() ? "lead.spoken" : sent.pound() ? "lead.pound" : "lead.keyed" : "lead.text"));
        page.content(new MessageNotice(() -> setup.sent(task), live, times, clock));
        if (sent.typed()) {
            page.content(field);
            page.primary(text("submit"), this::prove);
        } else {
            FactorId factor = setup.factor(task);
            live.refresh(this, LOOK_EVERY, () -> lookForAnswer(factor));
        }
        page.content(new Resend(
                text(sent.call() ? "again.call" : "again.text"), clock.instant(), sent.resendFrom(), this::again));
        page.quiet(text("change"), this::change);
        add(page);
    }

    private void lookForAnswer(FactorId factor) {
        if (setup.provedByCall(factor) || !setup.isOpen(task)) {
            navigation.next();
        }
    }

    private void prove() {
        if (field.code().isEmpty()) {
            field.refuse(text("empty"));
            return;
        }
        try {
            show(setup.prove(task, Secret.of(field.code())));
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void show(Proved proved) {
        if (proved instanceof Proved.Right) {
            navigation.next();
        } else if (proved instanceof Proved.Wrong wrong) {
            field.refuse(
                    wrong.tries() >= TOLD_FROM
                            ? getTranslation(TEXT + "wrong-left", wrong.triesLeft())
                            : text("wrong"));
        } else if (proved instanceof Proved.Void) {
            field.refuse(text("void"));
        } else {
            over(text(proved instanceof Proved.Expired ? "expired" : "exhausted"));
        }
    }

    private void over(String why) {
        removeAll();
        TaskPage over = new TaskPage(text("title"));
        over.primary(text("continue"), navigation::next);
        over.error(why);
        add(over);
        MainLayout.readFromTheTop();
    }

    private void again() {
        try {
            setup.again(task)
                    .ifPresentOrElse(refusal -> page.error(Refusals.text(this, refusal, times)), navigation::next);
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void change() {
        try {
            setup.change(task);
            navigation.next();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
