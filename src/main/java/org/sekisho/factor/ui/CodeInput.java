package org.sekisho.factor.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.shared.Secret;
import org.sekisho.workbench.CodeField;

/** One field for a code. */
public final class CodeInput implements ProofInput {

    private final CodeField field = new CodeField();

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
    public void refuse(String message) {
        field.refuse(message);
    }

    @Override
    public void clear() {
        field.setInvalid(false);
    }
}
