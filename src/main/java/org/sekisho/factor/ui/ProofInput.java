package org.sekisho.factor.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.shared.Secret;

/** What a person proves a method with: a field, or a button that asks a device. */
public interface ProofInput {

    /** The parts in reading order. */
    List<Component> parts();

    /** The text of the primary button, translated; empty where nothing is submitted on this page. */
    Optional<String> submitLabel();

    /** The primary button was pressed: gives the answer to the receiver, or says in place what is missing. */
    void submit(Consumer<Secret<String>> receiver);

    /** What to say of an answer that was found so, translated; empty for the words about codes that are sent or shown. */
    default Optional<String> explain(Check found) {
        return Optional.empty();
    }

    /** Says in place, translated, what is wrong with the answer. */
    void refuse(String message);

    /** What was said is no longer so: another answer may be given. */
    void clear();
}
