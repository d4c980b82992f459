package org.sekisho.workbench;

import com.vaadin.flow.component.html.Span;

/** The product's mark: the gate of a checkpoint, open. */
public final class GateMark extends Span {

    private static final long serialVersionUID = 1L;

    public GateMark() {
        addClassName("gate-mark");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", """
                <svg viewBox="0 0 32 32" width="1em" height="1em" fill="none" stroke="currentColor"
                  stroke-linecap="round" stroke-linejoin="round">
                <path stroke-width="3" d="M3 8.5c8.5-2.5 17.5-2.5 26 0"/>
                <path stroke-width="2.2" d="M5.5 13.5h21"/>
                <path stroke-width="3" d="M8.5 8v20M23.5 8v20"/>
                <path stroke-width="2" d="M12.5 18v10M19.5 18v10M12.5 18c1-1.8 2.1-2.6 3.5-2.6s2.5.8 3.5 2.6"/>
                </svg>""");
    }
}
