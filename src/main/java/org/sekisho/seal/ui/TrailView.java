package org.sekisho.seal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.seal.TrailDesk;
import org.sekisho.seal.TrailPage;
import org.sekisho.seal.TrailSearch;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.CaseWords;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.Times;

/** All that has happened, with the proof that nothing of it was changed or taken away. */
@Route(value = TrailAddress.ROUTE, layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
@PageTitle("seal.trail.title")
@Menu(title = "seal.trail.title", icon = "shield", order = 34)
class TrailView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 50;
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(1);

    private final transient TrailDesk desk;
    private final TrailBanner banner;
    private final TrailForm form;
    private final TrailRows rows;
    private final EmptyState nothing;
    private final Button more;
    private final Anchor export;
    private transient TrailSearch search = TrailSearch.everything();
    private transient Optional<Long> last = Optional.empty();

    TrailView(TrailDesk desk, CaseWords words, Messages messages, Times times, LiveUpdates liveUpdates) {
        this.desk = desk;
        addClassNames("page", "compact", "trail");
        banner = new TrailBanner(desk, times);
        form = new TrailForm(desk, words, messages);
        rows = new TrailRows(text("found"), words, times);
        nothing = new EmptyState(Glyph.AUDIT, text("none"), text("none.lead"));
        more = new Button(text("more"), click -> more());
        export = new Anchor(this::download, text("export"));
        export.getElement().setAttribute("download", true);
        Button seek = new Button(text("seek"), click -> seek());
        seek.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        seek.addClickShortcut(Key.ENTER).listenOn(form);
        Button clear = new Button(text("clear"), click -> choose(TrailSearch.everything()));
        Div actions = new Div(seek, clear, export);
        actions.addClassName("trail-actions");
        add(new H1(text("title")), banner, new H2(text("events")), form, actions, rows, nothing, more);
        liveUpdates.refresh(banner, LOOKS_AGAIN, banner::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search = TrailAddress.search(event.getLocation().getQueryParameters());
        banner.show();
        show();
    }

    /** While what is asked for cannot be sought, no file of the events of before is to be taken for its answer. */
    private void seek() {
        form.search().ifPresentOrElse(this::choose, () -> export.setVisible(false));
    }

    private void choose(TrailSearch wanted) {
        search = wanted;
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(TrailAddress.ROUTE, TrailAddress.of(search)));
        show();
    }

    private void show() {
        rows.clear();
        TrailPage page = desk.page(search, Optional.empty(), PAGE);
        search = page.search();
        form.show(search);
        boolean any = !page.events().isEmpty();
        rows.setVisible(any);
        export.setVisible(any);
        nothing.setVisible(!any);
        add(page);
        MainLayout.announce(any ? text("shown", page.events().size()) : text("none"));
    }

    private void more() {
        TrailPage page = desk.page(search, last, PAGE);
        add(page);
        MainLayout.announce(text("shown.more", page.events().size()));
    }

    private void add(TrailPage page) {
        rows.add(page);
        last = page.last().or(() -> last);
        more.setVisible(page.more());
    }

    private void download(DownloadEvent event) throws IOException {
        event.setFileName("trail.csv");
        event.setContentType("text/csv; charset=utf-8");
        desk.export(search, event.getOutputStream());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("seal.trail." + part, arguments);
    }
}
