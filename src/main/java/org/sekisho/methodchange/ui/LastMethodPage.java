package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sekisho.factor.WayOut;
import org.sekisho.verification.Help;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.TaskPage;

/** Says why the last method stays, and every way out that there is. */
final class LastMethodPage extends Div {

    private static final long serialVersionUID = 1L;

    LastMethodPage(Help help, List<WayOut> ways, Runnable back) {
        TaskPage page = new TaskPage(getTranslation("methodchange.last.title"))
                .lead(getTranslation("methodchange.last.lead"))
                .lead(getTranslation("methodchange.last.first-another"));
        ways.forEach(way -> page.content(new Anchor(way.route(), getTranslation(way.label()))));
        page.content(
                new Paragraph(getTranslation("methodchange.last.helpdesk")),
                fact("methodchange.last.phone", help.phone()),
                fact("methodchange.last.place", help.place()),
                fact(
                        "methodchange.last.hours",
                        getTranslation(
                                "methodchange.last.hours.value",
                                help.opens().toString(),
                                help.closes().toString())));
        page.primary(getTranslation("methodchange.back"), back);
        add(page);
    }

    private Fact fact(String name, String value) {
        return new Fact(getTranslation(name), value);
    }
}
