package org.sekisho.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The milestones of a longer way, each with its state in a word and a sign, and “Step 4 of 7” above them. */
public final class StepList extends Div {

    private static final long serialVersionUID = 1L;

    /** How far a milestone is. */
    public enum State {
        DONE(Glyph.CHECK),
        NOW(Glyph.STEP),
        WAITING(Glyph.CLOCK),
        SKIPPED(Glyph.SKIP),
        AHEAD(Glyph.STEP);

        private final Glyph glyph;

        State(Glyph glyph) {
            this.glyph = glyph;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Paragraph summary = new Paragraph();
    private final OrderedList list = new OrderedList();
    private int steps;
    private int current;
    private String currentLabel = "";

    public StepList() {
        addClassName("step-list");
        summary.addClassName("step-list-summary");
        add(summary, list);
        summary.setVisible(false);
    }

    /** Adds a milestone whose state says all. */
    public StepList step(String label, State state) {
        return step(label, state, "");
    }

    /**
     * Adds a milestone.
     *
     * @param label its name, translated
     * @param detail what it waits for and until when, translated; empty where there is nothing to add
     */
    public StepList step(String label, State state, String detail) {
        steps++;
        if (state == State.NOW || state == State.WAITING) {
            current = steps;
            currentLabel = label;
        }
        ListItem item = new ListItem();
        item.addClassNames("step", "step-" + state.key());
        Span name = new Span(label);
        name.addClassName("step-label");
        Span word = new Span(detail.isEmpty() ? getTranslation("workbench.step." + state.key()) : detail);
        word.addClassName("step-state");
        if (state == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        item.add(state.glyph.component(), name, word);
        list.add(item);
        summary.setVisible(current > 0);
        summary.setText(getTranslation("workbench.step.of", current, steps, currentLabel));
        return this;
    }
}
