package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.passkey.Passkeys;
import org.sekisho.factor.ui.ProofInput;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.Glyph;

/** The button that asks the browser for the passkey, and what came of it. */
final class PasskeyInput implements ProofInput {

    private final Passkeys passkeys;
    private final Challenge challenge;
    private final Div waiting = new Div();
    private final Div error = new Div();

    PasskeyInput(Passkeys passkeys, Challenge challenge) {
        this.passkeys = passkeys;
        this.challenge = challenge;
        waiting.getElement().setAttribute("role", "status");
        error.getElement().setAttribute("role", "alert");
        error.addClassName("task-page-error");
    }

    @Override
    public List<Component> parts() {
        return List.of(waiting, error);
    }

    @Override
    public Optional<String> submitLabel() {
        return Optional.of(waiting.getTranslation("factor.passkey.proof.submit"));
    }

    @Override
    public void submit(Consumer<Secret<String>> receiver) {
        clear();
        passkeys.toProve(challenge).ifPresentOrElse(options -> ask(options, receiver), () -> say("ended"));
    }

    private void ask(String options, Consumer<Secret<String>> receiver) {
        waiting.add(new Paragraph(waiting.getTranslation("factor.passkey.waiting")));
        BrowserPasskeys.get(
                waiting,
                options,
                answer -> {
                    clear();
                    receiver.accept(answer);
                },
                trouble -> {
                    clear();
                    if (trouble == Trouble.CANCELLED) {
                        say("cancelled");
                    } else {
                        refuse(waiting.getTranslation(trouble.key()));
                    }
                });
    }

    @Override
    public Optional<String> explain(Check found) {
        return Optional.of(
                waiting.getTranslation("factor.passkey.proof." + (found == Check.WRONG ? "wrong" : "stale")));
    }

    private void say(String key) {
        refuse(waiting.getTranslation("factor.passkey.proof." + key));
    }

    @Override
    public void refuse(String message) {
        error.removeAll();
        error.add(Glyph.ALERT.component(), new Paragraph(message));
    }

    @Override
    public void clear() {
        waiting.removeAll();
        error.removeAll();
    }
}
