package org.sekisho.factor.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.factor.MethodOffer;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks which method to set up. */
@org.springframework.stereotype.Component
class MethodChooseForm implements TaskForm {

    private final MethodOffer offer;

    MethodChooseForm(MethodOffer offer) {
        this.offer = offer;
    }

    @Override
    public FormKey key() {
        return new FormKey("method-choose");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new KindChoice(offer, task, navigation);
    }
}
