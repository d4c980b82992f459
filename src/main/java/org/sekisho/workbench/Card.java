package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** One matter of its own on a page with several: a heading, perhaps a state, what there is to say, and what can be done. */
public final class Card extends Section {

    private static final long serialVersionUID = 1L;

    private final Div head = new Div();
    private final Div body = new Div();
    private final Div actions = new Div();

    /** A card with its heading, translated. */
    public Card(String heading) {
        addClassName("card");
        head.addClassName("card-head");
        body.addClassName("card-body");
        actions.addClassName("card-actions");
        head.add(new H2(heading));
        actions.setVisible(false);
        add(head, body, actions);
    }

    public Card badge(StatusBadge badge) {
        head.add(badge);
        return this;
    }

    public Card body(Component... components) {
        body.add(components);
        return this;
    }

    public Card actions(Component... components) {
        actions.add(components);
        actions.setVisible(true);
        return this;
    }

    /** Marks the card that needs the reader. */
    public Card needsYou() {
        addClassName("card-needs-you");
        return this;
    }
}
