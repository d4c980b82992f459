package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** What may be wider than a narrow screen: it is scrolled by itself, also with the keyboard, and has a name for those who listen. */
public class ScrolledRegion extends Div {

    private static final long serialVersionUID = 1L;

    /** @param name what it is called, translated */
    public ScrolledRegion(String name, Component... content) {
        super(content);
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
    }
}
