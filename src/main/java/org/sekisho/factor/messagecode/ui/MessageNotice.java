package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.sekisho.channel.MessageState;
import org.sekisho.factor.messagecode.SentPhoneCode;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.CodeValidity;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.Times;

/** What went out, to which number, what became of it, and for how long it is good; it follows the carrier by itself. */
final class MessageNotice extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.messagecode.sent.";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final transient Supplier<SentPhoneCode> look;
    private final transient Times times;
    private final Paragraph delivery = new Paragraph();
    private final Paragraph said = new Paragraph();

    MessageNotice(Supplier<SentPhoneCode> look, LiveUpdates live, Times times, Clock clock) {
        this.look = look;
        this.times = times;
        addClassName("message-notice");
        SentPhoneCode sent = look.get();
        delivery.getElement().setAttribute("aria-live", "polite");
        show(sent);
        add(delivery);
        sent.keys().ifPresent(keys -> add(keys(keys.reveal())));
        if (sent.call()) {
            add(new Paragraph(text("keypad")));
        }
        if (sent.delivery().isPresent()) {
            sent.expiresAt()
                    .ifPresent(until -> add(new CodeValidity(
                            getTranslation(TEXT + "valid", times.text(until)),
                            text("elapsed"),
                            clock.instant(),
                            until)));
        }
        said.getElement().setAttribute("role", "alert");
        add(said);
        live.refresh(delivery, LOOK_AGAIN, this::lookAgain);
    }

    /** Says, translated, what there is to say of the answer to the call. */
    void say(String message) {
        said.setText(message);
    }

    private Div keys(String digits) {
        Span shown = new Span(digits);
        shown.addClassName("keys-to-press");
        Div keys = new Div(new Paragraph(text("keys")), shown);
        keys.addClassName("keys");
        return keys;
    }

    private void lookAgain() {
        try {
            show(look.get());
        } catch (TaskUnavailable gone) {
            // the next action on the page says so
        }
    }

    private void show(SentPhoneCode sent) {
        String now = sent.refusal()
                .map(refusal -> Refusals.text(this, refusal, times))
                .orElseGet(() -> getTranslation(
                        TEXT
                                + (sent.call() ? "call." : "text.")
                                + key(sent.delivery().orElse(MessageState.PENDING)),
                        sent.maskedNumber()));
        if (!now.equals(delivery.getText())) {
            delivery.setText(now);
        }
    }

    private static String key(MessageState state) {
        return switch (state) {
            case PENDING, SENDING -> "waiting";
            case SENT -> "sent";
            case DELIVERED -> "delivered";
            case UNANSWERED -> "unanswered";
            case FAILED, UNDELIVERED -> "failed";
            case EXPIRED -> "expired";
            case UNKNOWN -> "unknown";
        };
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
