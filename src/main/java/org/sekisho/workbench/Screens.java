package org.sekisho.workbench;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.shared.Language;

/** What a browser has told about its person's reading habits: language, time zone, light or dark. Kept in cookies. */
final class Screens {

    static final String LANGUAGE_COOKIE = "sekisho-language";
    static final String THEME_COOKIE = "sekisho-theme";
    static final String ZONE_COOKIE = "sekisho-zone";

    private Screens() {}

    /** The language of the screen at hand. */
    static Language language() {
        UI ui = UI.getCurrent();
        return ui == null ? Language.EN : Language.of(ui.getLocale());
    }

    /** The language chosen in this browser, else the first that the browser itself asks for and we have. */
    static Optional<Language> language(@Nullable VaadinRequest request) {
        return cookie(request, LANGUAGE_COOKIE)
                .flatMap(tag -> Arrays.stream(Language.values())
                        .filter(language -> language.tag().equals(tag))
                        .findFirst())
                .or(() -> asked(request));
    }

    private static Optional<Language> asked(@Nullable VaadinRequest request) {
        if (request == null || request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            for (Language language : Language.values()) {
                if (language.locale().getLanguage().equals(locale.getLanguage())) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }

    /** The time zone of the browser, as its first page told it. */
    static Optional<ZoneId> zone(@Nullable VaadinRequest request) {
        return cookie(request, ZONE_COOKIE).flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        });
    }

    /** Light or dark, as chosen in this browser; empty where it follows the system. */
    static Optional<String> theme(@Nullable VaadinRequest request) {
        return cookie(request, THEME_COOKIE).filter(theme -> theme.equals("light") || theme.equals("dark"));
    }

    static void remember(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    static Optional<ZoneId> rememberedZone() {
        UI ui = UI.getCurrent();
        return ui == null ? Optional.empty() : Optional.ofNullable(ComponentUtil.getData(ui, ZoneId.class));
    }

    private static Optional<String> cookie(@Nullable VaadinRequest request, String name) {
        if (request == null || request.getCookies() == null) {
            return Optional.empty();
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
