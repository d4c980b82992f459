package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What one person has in front of them: a browser of their own, at desk or phone size, in their language. */
final class Screen implements AutoCloseable {

    /** The password of every account of the demo world. */
    static final String PASSWORD = "sekisho-demo-2026";

    private static final int PATIENCE_MILLIS = 20_000;

    /** What differs between two looks at the same screen: numbers, times, keys, addresses that are masked. */
    private static final String OF_THE_MOMENT = "\\S*[0-9•]\\S*";

    /** The screens of all journeys that have been looked at. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final String journey;
    private final String address;
    private final String kind;
    private final BrowserContext context;
    private final Page page;
    private int pictures;

    /** The size and taste of a person's device. */
    enum Device {
        DESK(1280, 860, ColorScheme.LIGHT),
        /** Held upright: the narrowest screen on which staff work. */
        TABLET(768, 1024, ColorScheme.LIGHT),
        TABLET_AT_NIGHT(768, 1024, ColorScheme.DARK),
        PHONE(360, 740, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Device(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    Screen(String journey, int port, Device device, Locale locale) {
        this.journey = journey;
        this.address = "http://localhost:" + port + "/";
        this.kind = device + " " + locale;
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(device.width, device.height)
                        .setColorScheme(device.scheme)
                        .setLocale(locale.toLanguageTag())
                        .setTimezoneId("Asia/Tokyo"));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    /** A second tab of the same browser, where the person is signed in just as in the first. */
    private Screen(Screen first) {
        this.journey = first.journey + "-tab";
        this.address = first.address;
        this.kind = first.kind;
        this.context = first.context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    Screen tab() {
        return new Screen(this);
    }

    Page page() {
        return page;
    }

    Screen go(String route) {
        page.navigate(address + route);
        return this;
    }

    Screen signIn(String commonId, String password) {
        fill("Username", commonId);
        fill("Password", password);
        press("Sign in");
        return this;
    }

    Screen press(String button) {
        button(button).click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Screen follow(String link) {
        link(link).click();
        return this;
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Screen choose(String option) {
        option(option).check(new Locator.CheckOptions().setForce(true));
        return this;
    }

    Locator option(String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Screen tick(String box) {
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(box).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
        return this;
    }

    /** The texts of what a selector finds; waits until there is something. */
    List<String> items(String selector) {
        page.waitForSelector(selector);
        return page.locator(selector).allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /**
     * Presses a button as slowly as people do: whatever leaving a field of the page sets going has come to its end before the
     * button is let go.
     */
    Screen pressSlowly(String button, String field) {
        BoundingBox at = button(button).boundingBox();
        page.mouse().move(at.x + at.width / 2, at.y + at.height / 2);
        page.mouse().down();
        assertThat(field(field)).not().hasAttribute("aria-invalid", "true");
        page.mouse().up();
        return this;
    }

    Screen fill(String field, String text) {
        field(field).fill(text);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /**
     * Waits until the heading of the page says this, then looks at the page with the eyes of axe and keeps a picture, where the
     * same words have not been looked at before.
     */
    Screen heading(String text) {
        Locator heading = page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
        try {
            assertThat(heading).isVisible();
        } catch (AssertionError other) {
            throw new AssertionError(
                    "no heading '%s' on %s, which says:%n%s".formatted(text, page.url(), page.innerText("body")),
                    other);
        }
        return SEEN.add(kind + "\n" + page.innerText("body").replaceAll(OF_THE_MOMENT, "")) ? look() : this;
    }

    /** Waits until the text stands somewhere on the page. */
    Screen says(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /**
     * The field is marked as wrong and says so in words that are read with it and spoken at once; it keeps what was typed
     * and has the focus.
     */
    Screen refuses(String field, String typed, String words) {
        Locator control = field(field);
        assertThat(control).hasAttribute("aria-invalid", "true");
        assertThat(control).hasAccessibleDescription(containing(words));
        assertThat(control).hasValue(typed);
        assertThat(control).isFocused();
        return speaks(words);
    }

    /** The same for a question with options: one of them has the focus. */
    Screen refusesChoice(String question, String words) {
        Locator options = page.getByRole(
                AriaRole.RADIOGROUP,
                new Page.GetByRoleOptions().setName(question).setExact(true));
        assertThat(options).hasAttribute("aria-invalid", "true");
        assertThat(options).hasAccessibleDescription(containing(words));
        assertThat(options.locator("input:focus")).hasCount(1);
        return speaks(words);
    }

    private Screen speaks(String words) {
        assertThat(page.locator("[aria-live=assertive]")).containsText(words);
        return look();
    }

    /** The browser reads the pattern, and knows no other way of quoting than sign by sign. */
    private static Pattern containing(String words) {
        return Pattern.compile(words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0"));
    }

    /** Chooses a file where the page asks for one. */
    Screen hand(String name, byte[] content) {
        String type = name.endsWith(".csv") ? "text/csv" : name.endsWith(".jpg") ? "image/jpeg" : "text/plain";
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, type, content));
        return this;
    }

    /** The page's address without the server's. */
    String route() {
        return page.url().substring(address.length());
    }

    /** The picture of the QR code as the screen shows it. */
    byte[] qrCode() {
        return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code"))
                .screenshot();
    }

    /** The newest code that was mailed to an address, read from the demo's mail server; waits until there is one. */
    String mailedCode(String to) {
        return codeMailedAfter("", to);
    }

    /** The newest code that was mailed to an address; waits until it is another than the one before. */
    String codeMailedAfter(String before, String to) {
        return mailed(to, """
                const codes = mails.map(mail => (mail.subject + ' ' + mail.body).match(/(?<![0-9])[0-9]{6}(?![0-9])/));
                const newest = codes.find(found => found);
                return newest && newest[0] !== wanted && newest[0];""", before);
    }

    /** The own route that the newest mail with a subject links to, read on a page of the product; waits until there is one. */
    String mailedLink(String to, String subject) {
        return mailed(to, """
                const mail = mails.find(found => found.subject === wanted);
                const link = mail && mail.body.match(/not-me\\/[A-Za-z0-9_-]+/);
                return link && link[0];""", subject);
    }

    /** Waits until a mail with a subject has come to an address. */
    Screen mailed(String to, String subject) {
        mailed(to, "return mails.some(mail => mail.subject === wanted)", subject);
        return this;
    }

    /** What a script finds in the mails to an address, the newest first; waits until it finds something. */
    private String mailed(String to, String find, String wanted) {
        return String.valueOf(
                page.evaluate("""
                        async ([url, find, wanted, patience]) => {
                          const end = Date.now() + patience;
                          while (Date.now() < end) {
                            const found = new Function('mails', 'wanted', find)(await (await fetch(url)).json(), wanted);
                            if (found) {
                              return found;
                            }
                            await new Promise(again => setTimeout(again, 100));
                          }
                          throw new Error('no such mail came to ' + url);
                        }""", List.of(address + "demo/api/messages?to=" + to, find, wanted, PATIENCE_MILLIS)));
    }

    /**
     * Nothing on the page keeps anybody out (WCAG 2.2 AA as far as axe can see), nobody has to scroll sideways, and a
     * picture of it is kept.
     */
    Screen look() {
        pictures++;
        // a browser paints the tab that is in front
        page.bringToFront();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", journey, "%02d.png".formatted(pictures))));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels to scroll sideways on %s", page.url())
                .isEqualTo(0);
        AxeResults results = new AxeBuilder(page)
                // the other mode opens a page more for frames of other origins, which there are none of, and takes four
                // times as long
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        List<String> violations =
                results.getViolations().stream().map(Screen::told).toList();
        assertThat(violations).as("axe on %s", page.url()).isEmpty();
        return this;
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
