package org.sekisho.demo.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sekisho.demo.DemoInbox;
import org.sekisho.demo.DemoMail;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.Times;

/** Everything the demo world was sent, newest first; new mail appears by itself. */
@Route(value = "demo/inbox", layout = MainLayout.class, registerAtStartup = false)
@AnonymousAllowed
class DemoInboxView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** More than anybody reads on one page; the address field finds older ones. */
    private static final int MOST = 50;

    private final transient DemoInbox inbox;
    private final transient Times times;
    private final TextField address = new TextField();
    private final Div mails = new Div();
    private transient List<DemoMail> shown = List.of();

    DemoInboxView(DemoInbox inbox, Times times, LiveUpdates live) {
        this.inbox = inbox;
        this.times = times;
        addClassName("demo-inbox");
        address.setLabel(getTranslation("demo.inbox.filter"));
        address.setClearButtonVisible(true);
        address.setValueChangeMode(ValueChangeMode.LAZY);
        address.addValueChangeListener(changed -> show(matching()));
        mails.getElement().setAttribute("aria-live", "polite");
        add(
                new H1(getTranslation("demo.inbox.title")),
                new Paragraph(getTranslation("demo.inbox.lead")),
                address,
                mails);
        show(matching());
        live.refresh(mails, LOOK_AGAIN, () -> {
            List<DemoMail> now = matching();
            if (!now.equals(shown)) {
                show(now);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("demo.inbox.title");
    }

    private List<DemoMail> matching() {
        String part = address.getValue().strip().toLowerCase(Locale.ROOT);
        return inbox.all().stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(part))
                .limit(MOST)
                .toList();
    }

    private void show(List<DemoMail> found) {
        shown = found;
        mails.removeAll();
        if (found.isEmpty()) {
            mails.add(new EmptyState(
                    Glyph.MAIL, getTranslation("demo.inbox.empty.title"), getTranslation("demo.inbox.empty.lead")));
            return;
        }
        found.forEach(mail -> mails.add(letter(mail)));
    }

    private Component letter(DemoMail mail) {
        Article letter = new Article();
        letter.addClassNames("card", "demo-mail");
        Paragraph head = new Paragraph(
                new Span(getTranslation("demo.inbox.to", mail.to())), new Span(" · "), times.at(mail.at()));
        head.addClassName("demo-mail-head");
        Pre body = new Pre(mail.body());
        body.getStyle().set("white-space", "pre-wrap").set("font-family", "inherit");
        letter.add(new H2(mail.subject()), head, body);
        return letter;
    }
}
