package org.sekisho.verification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.sekisho.factor.ui.ProofScreens;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Asks for the proof of one method. */
@org.springframework.stereotype.Component
class FactorVerifyForm implements TaskForm {

    private final Verification verification;
    private final ProofScreens screens;
    private final LiveUpdates updates;
    private final Times times;
    private final Clock clock;

    FactorVerifyForm(Verification verification, ProofScreens screens, LiveUpdates updates, Times times, Clock clock) {
        this.verification = verification;
        this.screens = screens;
        this.updates = updates;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public FormKey key() {
        return new FormKey("factor-verify");
    }

    @Override
    public boolean canBeDoneHere(CaseTask task) {
        return verification.belongsHere(task);
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new Proving(task, navigation, verification, screens, updates, times, clock);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
