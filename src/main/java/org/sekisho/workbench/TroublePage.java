package org.sekisho.workbench;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that did not come as asked: what happened and what to do next, both under {@code workbench.trouble.<kind>}. */
abstract class TroublePage extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final String title;

    TroublePage(String kind) {
        String words = "workbench.trouble." + kind;
        title = words + ".title";
        TaskPage page = new TaskPage(getTranslation(title)).lead(getTranslation(words + ".text"));
        page.primary(
                getTranslation("workbench.trouble.home"),
                () -> UI.getCurrent().getPage().setLocation("."));
        add(page);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
