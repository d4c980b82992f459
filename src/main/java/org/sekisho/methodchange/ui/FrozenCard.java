package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.sekisho.dispute.Disputes;
import org.sekisho.factor.Freeze;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** Says why nothing can be changed, and lets a person with an older method end that by themselves. */
final class FrozenCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Disputes disputes;
    private final transient Runnable lifted;
    private final Paragraph problem = new Paragraph();

    FrozenCard(Disputes disputes, Freeze freeze, Times times, Runnable lifted) {
        this.disputes = disputes;
        this.lifted = lifted;
        problem.getElement().setAttribute("role", "alert");
        Button lift = new Button(text("lift"), click -> lift());
        lift.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Card(text("title"))
                .badge(new StatusBadge(StatusBadge.Kind.ATTENTION, text("badge")))
                .body(
                        new Paragraph(text("lead", times.text(freeze.frozenAt()))),
                        new Paragraph(text("older", times.text(freeze.suspectedSince()))),
                        problem)
                .actions(lift)
                .needsYou());
    }

    private void lift() {
        switch (disputes.lifted()) {
            case LIFTED -> lifted.run();
            case PROOF_NEEDED -> prove();
            case TOO_NEW -> {
                problem.setText(text("too-new"));
                Button again = new Button(text("prove"), click -> prove());
                problem.add(again);
            }
        }
    }

    private void prove() {
        UI.getCurrent().navigate("tasks/" + disputes.prove(MethodChanges.ROUTE));
    }

    private String text(String part, Object... arguments) {
        return getTranslation("methodchange.frozen." + part, arguments);
    }
}
