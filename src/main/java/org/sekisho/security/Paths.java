package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The path of a request within the product. */
final class Paths {

    private Paths() {}

    static String of(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }
}
