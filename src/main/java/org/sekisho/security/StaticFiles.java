package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The files that are the same for everybody: asking for one neither uses a session nor is refused to anybody. */
final class StaticFiles {

    private static final List<String> FOLDERS =
            List.of("/VAADIN/build/", "/VAADIN/static/", "/VAADIN/themes/", "/icons/", "/images/", "/themes/");

    private StaticFiles() {}

    static boolean matches(HttpServletRequest request) {
        String path = Paths.of(request);
        return request.getQueryString() == null
                && (path.equals("/favicon.ico") || FOLDERS.stream().anyMatch(path::startsWith));
    }
}
