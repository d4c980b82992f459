package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.security.StaffPolicy;

/**
 * The frame around every screen. Views name it in {@code @Route(layout = MainLayout.class)} and come into the drawer by
 * {@link Menu}: the title is a message key, the icon the name of a {@link Glyph} in kebab case, and the order places the
 * entry: below 10 <em>My account</em>, from 10 <em>Approvals</em>, from 20 <em>Helpdesk</em>, from 30 <em>Audit</em>, from
 * 40 <em>Administration</em>. Whoever may not open a view does not see its entry. A session that is not signed in sees the
 * frame without a drawer.
 *
 * <p>The title of a page is the view's {@code @PageTitle} or dynamic title, which may be a message key.
 */
@AnonymousAllowed
public final class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    /** A group of the drawer for each ten of the menu's order. */
    private static final List<String> GROUPS = List.of("account", "approvals", "helpdesk", "audit", "administration");

    private final Main main = new Main();
    private final Div alert = new Div();
    private final Div announcer = new Div();

    MainLayout(CurrentUser currentUser, Accounts accounts, StaffPolicy staffPolicy) {
        Optional<Person> person = currentUser.find();
        boolean signedIn = person.filter(Person::signedIn).isPresent();
        addClassNames("main-layout", signedIn ? "signed-in" : "half-way");
        setPrimarySection(Section.NAVBAR);
        // the page itself scrolls, as phones expect, and not a box within it
        getElement().setAttribute("no-scroll", true);

        Header header = new Header();
        header.addClassName("app-header");
        header.add(skipLink());
        if (signedIn) {
            DrawerToggle toggle = new DrawerToggle();
            toggle.setAriaLabel(getTranslation("workbench.menu.toggle"));
            header.add(toggle);
            fillDrawer();
        } else {
            setDrawerOpened(false);
        }
        header.add(brand(signedIn));
        Div tools = new Div();
        tools.addClassName("app-tools");
        tools.add(new LanguageSwitch(currentUser, accounts), new ThemeSwitch());
        person.ifPresent(present -> {
            accounts.find(present.account()).map(Account::name).ifPresent(name -> tools.add(accountName(name)));
            tools.add(new SignOut());
        });
        header.add(tools);
        addToNavbar(header);

        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        alert.addClassName("app-alert");
        alert.getElement().setAttribute("role", "alert");
        announcer.addClassName("visually-hidden");
        announcer.getElement().setAttribute("aria-live", "polite");
        Div content = new Div();
        if (staffPolicy.relaxed()) {
            content.add(relaxedNotice());
        }
        content.add(alert, main, announcer);
        content.addClassName("app-content");
        setContent(content);
    }

    /** Has screen readers say what changed by itself on the page at hand. */
    public static void announce(String text) {
        find().ifPresent(layout -> layout.announcer.setText(text));
    }

    /** Signs the person out by the frame's own form, so that the next page is a new sign-in; also one who is half-way. */
    public static void signOut() {
        UI.getCurrent().getPage().executeJs("document.querySelector('form.sign-out').submit()");
    }

    /** Says above the page that something did not work. */
    static void alert(String text) {
        find().ifPresent(layout -> {
            layout.alert.removeAll();
            layout.alert.add(Glyph.ALERT.component(), new Span(text));
        });
    }

    /** For a screen that has shown something new in place of the old without a navigation: begins to read at its heading. */
    public static void readFromTheTop() {
        find().ifPresent(MainLayout::showFromTheTop);
    }

    private static Optional<MainLayout> find() {
        UI ui = UI.getCurrent();
        return ui == null
                ? Optional.empty()
                : ui.getActiveRouterTargetsChain().stream()
                        .filter(MainLayout.class::isInstance)
                        .map(MainLayout.class::cast)
                        .findFirst();
    }

    private Component relaxedNotice() {
        Aside notice = new Aside(Glyph.INFO.component(), new Span(getTranslation("workbench.staff.relaxed")));
        notice.addClassName("app-notice");
        notice.getElement().setAttribute("aria-label", getTranslation("workbench.notice"));
        return notice;
    }

    private Component skipLink() {
        Anchor link = new Anchor("#main", getTranslation("workbench.skip"));
        link.addClassName("skip-link");
        link.getElement().setAttribute("router-ignore", true);
        link.getElement().executeJs("""
                this.addEventListener('click', (event) => {
                  event.preventDefault();
                  document.getElementById('main').focus();
                });""");
        return link;
    }

    private Component brand(boolean signedIn) {
        Span name = new Span(getTranslation("workbench.product"));
        name.addClassName("brand-name");
        if (!signedIn) {
            Span brand = new Span(new GateMark(), name);
            brand.addClassName("brand");
            return brand;
        }
        Anchor brand = new Anchor("", new GateMark(), name);
        brand.addClassName("brand");
        return brand;
    }

    private static Component accountName(String name) {
        Span account = new Span(Glyph.PERSON.component(), new Span(name));
        account.addClassName("account-name");
        return account;
    }

    private void fillDrawer() {
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        Div drawer = new Div();
        drawer.addClassName("drawer");
        for (int group = 0; group < GROUPS.size(); group++) {
            int number = group;
            List<MenuEntry> members = entries.stream()
                    .filter(entry -> entry.order() != null && (int) (entry.order() / 10) == number)
                    .toList();
            if (!members.isEmpty()) {
                SideNav nav = new SideNav(getTranslation("workbench.menu." + GROUPS.get(group)));
                members.forEach(entry -> nav.addItem(item(entry)));
                drawer.add(nav);
            }
        }
        addToDrawer(drawer);
    }

    private SideNavItem item(MenuEntry entry) {
        String label = getTranslation(entry.title());
        Component icon = icon(entry.icon());
        return entry.menuClass() == null
                ? new SideNavItem(label, entry.path(), icon)
                : new SideNavItem(label, entry.menuClass(), icon);
    }

    private static Component icon(@Nullable String name) {
        return Optional.ofNullable(name).flatMap(Glyph::find).orElse(Glyph.STEP).component();
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    private void showFromTheTop() {
        // a page that is only just being loaded shows nothing yet that could take the focus
        main.getElement().executeJs("""
                setTimeout(() => {
                  const heading = this.querySelector('h1');
                  if (heading) {
                    heading.tabIndex = -1;
                    heading.focus({ preventScroll: true });
                  }
                  window.scrollTo(0, 0);
                });""");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        alert.removeAll();
        showFromTheTop();
    }
}
