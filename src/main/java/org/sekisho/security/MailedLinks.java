package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Pages that a mailed link opens in any browser, whoever is or was signed in there. Their address carries a secret: no other
 * page is told where its reader came from.
 */
final class MailedLinks implements HeaderWriter {

    private static final String NOT_ME = "/not-me/";

    static boolean matches(HttpServletRequest request) {
        return Paths.of(request).startsWith(NOT_ME);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", matches(request) ? "no-referrer" : "same-origin");
    }
}
