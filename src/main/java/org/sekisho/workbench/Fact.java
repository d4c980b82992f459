package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One thing that is so: its name, and beside it or below what it is. */
public final class Fact extends Paragraph {

    private static final long serialVersionUID = 1L;

    /** @param name translated */
    public Fact(String name, Component value) {
        super(new Span(name), value);
        addClassName("fact");
    }

    /** Both translated. */
    public Fact(String name, String value) {
        this(name, new Span(value));
    }
}
