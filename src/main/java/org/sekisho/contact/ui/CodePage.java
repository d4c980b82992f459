package org.sekisho.contact.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.channel.MessageState;
import org.sekisho.contact.ContactSetup;
import org.sekisho.contact.ResendProblem;
import org.sekisho.contact.SentCode;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.workbench.CodeField;
import org.sekisho.workbench.CodeValidity;
import org.sekisho.workbench.Countdown;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The code's field, what became of the mail, and what else can be done. */
final class CodePage extends Div {

    private static final long serialVersionUID = 1L;

    /** With this many tries left the page says so: of the five there are, from the third wrong one on. */
    private static final int TELL_TRIES_FROM = 2;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final transient ContactSetup setup;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final TaskPage page;
    private final CodeField field = new CodeField();
    private final Paragraph delivery = new Paragraph();
    private final Div waiting = new Div();

    CodePage(ContactSetup setup, TaskId task, TaskNavigation navigation, LiveUpdates live, Times times, Clock clock) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        SentCode code = setup.sentCode(task);
        Instant now = clock.instant();
        delivery.getElement().setAttribute("aria-live", "polite");
        showDelivery(code.delivery());
        live.refresh(delivery, LOOK_AGAIN, this::lookAgain);

        page = new TaskPage(getTranslation("contact.contact-code.title"))
                .lead(getTranslation("contact.contact-code.lead", code.maskedAddress()))
                .content(
                        delivery,
                        field,
                        new CodeValidity(
                                getTranslation("contact.contact-code.valid", times.text(code.expiresAt())),
                                getTranslation("contact.contact-code.elapsed"),
                                now,
                                code.expiresAt()),
                        waiting);
        page.primary(getTranslation("contact.contact-code.submit"), this::enter);
        Button again = page.quiet(getTranslation("contact.contact-code.resend"), this::resend);
        page.quiet(getTranslation("contact.contact-code.change"), this::change);
        waitBefore(again, now, code.resendFrom());
        add(page);
    }

    private void waitBefore(Button again, Instant now, Instant from) {
        if (!now.isBefore(from)) {
            return;
        }
        Countdown left = new Countdown(now, from);
        again.setEnabled(false);
        waiting.add(new Span(getTranslation("contact.contact-code.resend-in") + " "), left);
        left.addElapsedListener(elapsed -> {
            waiting.removeAll();
            again.setEnabled(true);
        });
    }

    private void lookAgain() {
        try {
            showDelivery(setup.sentCode(task).delivery());
        } catch (TaskUnavailable gone) {
            // the next action on the page says so
        }
    }

    private void showDelivery(Optional<MessageState> state) {
        String key =
                switch (state.orElse(MessageState.PENDING)) {
                    case PENDING, SENDING -> "waiting";
                    case SENT, DELIVERED -> "sent";
                    case FAILED, UNDELIVERED, UNANSWERED -> "failed";
                    case EXPIRED -> "expired";
                    case UNKNOWN -> "unknown";
                };
        String text = getTranslation("contact.contact-code.delivery." + key);
        if (!text.equals(delivery.getText())) {
            delivery.setText(text);
        }
    }

    private void enter() {
        if (field.code().isEmpty()) {
            field.refuse(getTranslation("contact.contact-code.empty"));
            return;
        }
        proved(() -> show(setup.enter(task, Secret.of(field.code()))));
    }

    private void show(CodeResult result) {
        if (result instanceof CodeResult.Right) {
            navigation.next();
        } else if (result instanceof CodeResult.Wrong wrong && wrong.triesLeft() > 0) {
            field.refuse(
                    wrong.triesLeft() > TELL_TRIES_FROM
                            ? getTranslation("contact.contact-code.wrong")
                            : getTranslation("contact.contact-code.wrong-left", wrong.triesLeft()));
        } else if (result instanceof CodeResult.Expired) {
            field.refuse(getTranslation("contact.contact-code.expired"));
        } else if (result instanceof CodeResult.Used) {
            field.refuse(getTranslation("contact.contact-code.used"));
        } else if (result instanceof CodeResult.Voided) {
            field.refuse(getTranslation("contact.contact-code.voided"));
        } else {
            showExhausted();
        }
    }

    private void showExhausted() {
        removeAll();
        TaskPage over = new TaskPage(getTranslation("contact.contact-code.title"));
        over.primary(
                getTranslation("contact.contact-code.again"),
                () -> proved(() -> {
                    setup.abandon(task);
                    navigation.next();
                }));
        over.error(getTranslation("contact.contact-code.exhausted"));
        add(over);
        MainLayout.readFromTheTop();
    }

    private void resend() {
        proved(() -> setup.resend(task)
                .ifPresentOrElse(
                        problem -> page.error(getTranslation(
                                problem == ResendProblem.TOO_SOON
                                        ? "contact.contact-code.too-soon"
                                        : "contact.contact-code.too-many")),
                        navigation::next));
    }

    private void change() {
        proved(() -> {
            setup.change(task);
            navigation.next();
        });
    }

    /** Does what needs a fresh factor, or leads to proving one. */
    private void proved(Runnable action) {
        try {
            action.run();
        } catch (ProofNeeded lapsed) {
            removeAll();
            add(new ProofPage(setup, task, navigation));
            MainLayout.readFromTheTop();
        }
    }
}
