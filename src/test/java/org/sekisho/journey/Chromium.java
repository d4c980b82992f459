package org.sekisho.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the machine, started once for all journeys. */
public final class Chromium {

    /** Keeps the browser from talking to anybody but the product, and lets it run in a container. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-US");

    /** Machines that run tests may be slow; a page that never comes fails all the same. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static final Chromium ONLY = new Chromium();

    private final Browser browser;

    private Chromium() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
        installed().ifPresent(options::setExecutablePath);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = playwright.chromium().launch(options);
    }

    public static Browser browser() {
        return ONLY.browser;
    }

    /** Where distributions put it; empty leaves the choice to Playwright's own download. */
    private static Optional<Path> installed() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("SEKISHO_CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
