package org.sekisho.demo.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sekisho.demo.DemoCall;
import org.sekisho.demo.DemoInbox;
import org.sekisho.demo.DemoMail;
import org.sekisho.demo.DemoMessage;
import org.sekisho.demo.Misfortune;
import org.sekisho.demo.TelephoneCompany;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.Times;

/** Everything the demo world was sent, newest first; what is new appears by itself. */
@Route(value = "demo/inbox", layout = MainLayout.class, registerAtStartup = false)
@AnonymousAllowed
class DemoInboxView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** More than anybody reads on one page; the address field finds older ones. */
    private static final int MOST = 50;

    private final transient DemoInbox inbox;
    private final transient TelephoneCompany company;
    private final transient Times times;
    private final TextField address = new TextField();
    private final Div messages = new Div();
    private transient List<DemoMessage> shown = List.of();

    DemoInboxView(DemoInbox inbox, TelephoneCompany company, Times times, LiveUpdates live) {
        this.inbox = inbox;
        this.company = company;
        this.times = times;
        addClassName("demo-inbox");
        address.setLabel(getTranslation("demo.inbox.filter"));
        address.setClearButtonVisible(true);
        address.setValueChangeMode(ValueChangeMode.LAZY);
        address.addValueChangeListener(changed -> show(matching()));
        messages.getElement().setAttribute("aria-live", "polite");
        add(
                new H1(getTranslation("demo.inbox.title")),
                new Paragraph(getTranslation("demo.inbox.lead")),
                misfortunes(),
                address,
                messages);
        show(matching());
        live.refresh(messages, LOOK_AGAIN, () -> {
            List<DemoMessage> now = matching();
            if (!now.equals(shown)) {
                show(now);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("demo.inbox.title");
    }

    private Component misfortunes() {
        UnorderedList list = new UnorderedList();
        Misfortune.all()
                .forEach(each -> list.add(new ListItem(getTranslation(
                        "demo.inbox.misfortunes.item",
                        "…" + each.ending(),
                        getTranslation("demo.inbox.misfortune." + kebab(each))))));
        return new NativeDetails(
                getTranslation("demo.inbox.misfortunes.title"),
                new Div(new Paragraph(getTranslation("demo.inbox.misfortunes.lead")), list));
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<DemoMessage> matching() {
        String part = address.getValue().strip().toLowerCase(Locale.ROOT);
        return inbox.all().stream()
                .filter(message -> message.to().toLowerCase(Locale.ROOT).contains(part))
                .limit(MOST)
                .toList();
    }

    private void show(List<DemoMessage> found) {
        shown = found;
        messages.removeAll();
        if (found.isEmpty()) {
            messages.add(new EmptyState(
                    Glyph.MAIL, getTranslation("demo.inbox.empty.title"), getTranslation("demo.inbox.empty.lead")));
            return;
        }
        found.forEach(message -> messages.add(letter(message)));
    }

    private Component letter(DemoMessage message) {
        Article letter = new Article();
        letter.addClassNames("card", "demo-mail");
        Paragraph head = new Paragraph(
                new Span(getTranslation("demo.inbox.to", message.to())), new Span(" · "), times.at(message.at()));
        head.addClassName("demo-mail-head");
        Pre body = new Pre(message.body());
        body.getStyle().set("white-space", "pre-wrap").set("font-family", "inherit");
        letter.add(new H2(title(message)), head, body);
        if (message instanceof DemoCall call) {
            letter.add(new Paragraph(getTranslation("demo.inbox.state." + kebab(call.state()))));
            if (call.state() != DemoCall.State.ENDED) {
                letter.add(new Keypad(call, company));
            }
        }
        return letter;
    }

    private String title(DemoMessage message) {
        if (message instanceof DemoMail mail) {
            return mail.subject();
        }
        if (message instanceof DemoCall call) {
            return call.extension().isEmpty()
                    ? getTranslation("demo.inbox.call")
                    : getTranslation("demo.inbox.call-extension", call.extension());
        }
        return getTranslation("demo.inbox.text");
    }
}
