package org.sekisho.factor.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CodeField;

/** One field for a code. */
public final class CodeInput implements ProofInput {

    private final CodeField field;
    private final Map<Check, String> words;

    /** Digits that were sent or are shown by an app. */
    public CodeInput() {
        this(new CodeField(), Map.of());
    }

    /** @param words what to say of an answer that was found so, translated, where the usual words do not fit */
    public CodeInput(CodeField field, Map<Check, String> words) {
        this.field = field;
        this.words = Map.copyOf(words);
    }

    @Override
    public List<Component> parts() {
        return List.of(field);
    }

    @Override
    public Optional<String> submitLabel() {
        return Optional.of(field.getTranslation("factor.proof.submit"));
    }

    @Override
    public void submit(Consumer<Secret<String>> receiver) {
        if (field.code().isEmpty()) {
            refuse(field.getTranslation("factor.proof.empty"));
        } else {
            receiver.accept(Secret.of(field.code()));
        }
    }

    @Override
    public Optional<String> explain(Check found) {
        return Optional.ofNullable(words.get(found));
    }

    @Override
    public void refuse(String message) {
        field.refuse(message);
    }

    @Override
    public void clear() {
        field.setInvalid(false);
    }
}
