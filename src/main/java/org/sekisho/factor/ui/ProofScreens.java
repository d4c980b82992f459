package org.sekisho.factor.ui;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The screens on which methods are proved, by kind. */
@Component
public class ProofScreens {

    private final ObjectProvider<ProofScreen> screens;

    ProofScreens(ObjectProvider<ProofScreen> screens) {
        this.screens = screens;
    }

    /** What a person proves a method of this kind with. */
    public ProofInput open(String kind, ProofRequest request) {
        return screens.stream()
                .filter(screen -> screen.kind().equals(kind))
                .findFirst()
                .map(screen -> screen.open(request))
                .orElseGet(CodeInput::new);
    }
}
