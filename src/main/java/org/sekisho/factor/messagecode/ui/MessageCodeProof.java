package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.messagecode.MessageCodeProofs;
import org.sekisho.factor.messagecode.SentPhoneCode;
import org.sekisho.factor.ui.CodeInput;
import org.sekisho.factor.ui.ProofInput;
import org.sekisho.factor.ui.ProofRequest;
import org.sekisho.factor.ui.ProofScreen;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CodeField;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.Times;

/** Asks for the code that was sent, or waits for the call to be answered. */
@org.springframework.stereotype.Component
class MessageCodeProof implements ProofScreen {

    private final MessageCodeProofs proofs;
    private final LiveUpdates live;
    private final Times times;
    private final Clock clock;

    MessageCodeProof(MessageCodeProofs proofs, LiveUpdates live, Times times, Clock clock) {
        this.proofs = proofs;
        this.live = live;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "messagecode";
    }

    @Override
    public ProofInput open(ProofRequest request) {
        SentPhoneCode sent = proofs.sent(request.challenge());
        MessageNotice notice = new MessageNotice(() -> proofs.sent(request.challenge()), live, times, clock);
        Resend resend = new Resend(
                text(sent.call() ? "again.call" : "again.text"), clock.instant(), sent.resendFrom(), request::again);
        if (sent.typed()) {
            return new Typed(new CodeInput(new CodeField(), Map.of(Check.USED, text("used"))), notice, resend);
        }
        request.watch();
        return new Awaited(notice, resend);
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation("factor.messagecode.phone-answer." + key);
    }

    /** A code that is typed in. */
    private record Typed(CodeInput field, MessageNotice notice, Resend resend) implements ProofInput {

        @Override
        public List<Component> parts() {
            List<Component> parts = new ArrayList<>();
            parts.add(notice);
            parts.addAll(field.parts());
            parts.add(resend);
            return parts;
        }

        @Override
        public Optional<String> submitLabel() {
            return field.submitLabel();
        }

        @Override
        public void submit(Consumer<Secret<String>> receiver) {
            field.submit(receiver);
        }

        @Override
        public Optional<String> explain(Check found) {
            return field.explain(found);
        }

        @Override
        public void refuse(String message) {
            field.refuse(message);
        }

        @Override
        public void clear() {
            field.clear();
        }
    }

    /** A call that is answered on the telephone: nothing is submitted here. */
    private record Awaited(MessageNotice notice, Resend resend) implements ProofInput {

        @Override
        public List<Component> parts() {
            return List.of(notice, resend);
        }

        @Override
        public Optional<String> submitLabel() {
            return Optional.empty();
        }

        @Override
        public void submit(Consumer<Secret<String>> receiver) {
            throw new IllegalStateException("a call is answered on the telephone");
        }

        @Override
        public void refuse(String message) {
            notice.say(message);
        }

        @Override
        public void clear() {
            notice.say("");
        }
    }
}
