package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says why there is nothing here and what will bring something, instead of an empty list. */
public final class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * An empty place.
     *
     * @param heading what is not here, translated
     * @param explanation how something comes here, translated
     * @param actions what can be done about it
     */
    public EmptyState(Glyph glyph, String heading, String explanation, Component... actions) {
        addClassName("empty-state");
        Paragraph title = new Paragraph(heading);
        title.addClassName("empty-state-heading");
        add(glyph.component(), title, new Paragraph(explanation));
        add(actions);
    }
}
