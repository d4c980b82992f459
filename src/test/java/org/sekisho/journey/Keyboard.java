package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;

/** The only thing that somebody without a mouse has: keys. Looks, at every stop, whether the focus can be seen. */
final class Keyboard {

    /** More stops than any screen of the product has. */
    private static final int MOST_STOPS = 60;

    /** Room for a ring around the control, in pixels. */
    private static final int RING = 8;

    private final Screen screen;
    private final Page page;

    Keyboard(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
        page.addInitScript("""
                window.focused = () => {
                  let element = document.activeElement;
                  while (element?.shadowRoot?.activeElement) {
                    element = element.shadowRoot.activeElement;
                  }
                  return element;
                };
                window.stops = () => {
                  const all = (root) => [...root.querySelectorAll('*')]
                    .flatMap(one => one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]);
                  return all(document).filter(one => one.tabIndex >= 0
                    && one.matches('a[href], button, input, textarea, select, [tabindex]')
                    && !one.disabled && one.getAttribute('aria-disabled') !== 'true'
                    && !one.matches('input[type=radio]')
                    && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0);
                };
                window.told = (one) => one.localName + ' ' + (one.ariaLabel ?? one.innerText ?? '').trim().slice(0, 40);""");
    }

    /** The page has appeared and reading begins at its heading. */
    Keyboard beginsAtHeading(String text) {
        screen.heading(text);
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1)))
                .isFocused();
        return this;
    }

    /** The page has appeared and its first field has the focus. */
    Keyboard beginsAtField(String heading, String field) {
        screen.heading(heading);
        assertThat(screen.field(field)).isFocused();
        return this;
    }

    /** Every control of the page is reached going forward, and going back: nothing holds the focus (WCAG 2.1.2). */
    Keyboard goesRound() {
        goRound("Shift+Tab");
        goRound("Tab");
        return this;
    }

    private void goRound(String key) {
        page.evaluate("() => { window.visited = [document.body]; document.activeElement.blur(); }");
        String stop;
        int stops = 0;
        do {
            assertThat(++stops).as("stops on %s", page.url()).isLessThan(MOST_STOPS);
            page.keyboard().press(key);
            // between the last control and the first one the focus is in the browser's own bars, which are no stop
            stop = (String) page.evaluate("""
                    () => {
                      const one = focused();
                      const known = visited.includes(one);
                      visited.push(one);
                      return one === document.body ? 'bars' : known ? 'known' : 'new';
                    }""");
        } while (!stop.equals("known"));
        assertThat(page.evaluate("() => stops().filter(one => !visited.includes(one)).map(told).join(', ')"))
                .as("what %s does not reach on %s", key, page.url())
                .isEqualTo("");
    }

    /** Goes forward to a button or a link and presses Enter. */
    Keyboard press(Locator control) {
        goTo(control);
        page.keyboard().press("Enter");
        return this;
    }

    /** Goes forward to a field and types, then presses Enter. */
    Keyboard type(Locator field, String text) {
        goTo(field);
        page.keyboard().type(text);
        return this;
    }

    Keyboard enter() {
        page.keyboard().press("Enter");
        return this;
    }

    /** Goes forward to a group of options, then with the arrows to one of them. */
    Keyboard choose(Locator option) {
        assertThat(option).isVisible();
        for (int stop = 0; !isOption(); stop++) {
            assertThat(stop).as("stops on %s", page.url()).isLessThan(MOST_STOPS);
            page.keyboard().press("Tab");
        }
        for (int arrow = 0; !has(option); arrow++) {
            assertThat(arrow).as("options on %s", page.url()).isLessThan(MOST_STOPS);
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Space");
        assertThat(option).isChecked();
        assertFocusShows(option);
        return this;
    }

    private void goTo(Locator target) {
        assertThat(target).isVisible();
        assertThat(target).isEnabled();
        for (int stop = 0; !has(target); stop++) {
            assertThat(stop).as("stops before %s on %s", target, page.url()).isLessThan(MOST_STOPS);
            page.keyboard().press("Tab");
        }
        assertFocusShows(target);
    }

    private boolean has(Locator target) {
        return (boolean) target.evaluate("element => element === focused()");
    }

    private boolean isOption() {
        return (boolean) page.evaluate("() => focused()?.matches('input[type=radio]') ?? false");
    }

    /** The control looks different with the focus than without (WCAG 2.4.7), and nothing lies over it (2.4.11). */
    private void assertFocusShows(Locator control) {
        assertThat((boolean) control.evaluate("""
                        element => {
                          const box = element.getBoundingClientRect();
                          const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                          return above !== null && (element.contains(above) || above.shadowRoot?.contains(element));
                        }""")).as("%s is in view", control).isTrue();
        byte[] with = picture(control);
        control.evaluate("element => element.blur()");
        byte[] without = picture(control);
        control.evaluate("element => element.focus()");
        assertThat(with).as("the focus of %s can be seen", control).isNotEqualTo(without);
    }

    private byte[] picture(Locator control) {
        BoundingBox box = control.boundingBox();
        return page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE)
                .setClip(
                        Math.max(0, box.x - RING),
                        Math.max(0, box.y - RING),
                        box.width + 2 * RING,
                        box.height + 2 * RING));
    }
}
