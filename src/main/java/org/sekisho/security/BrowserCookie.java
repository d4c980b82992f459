package org.sekisho.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.directory.AccountId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser that has completed MFA is recognised: 128 random bits, of which only a digest is stored. */
@Component
class BrowserCookie {

    static final String NAME = "sekisho-browser";

    private static final int RANDOM_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final JdbcKnownBrowsers browsers;
    private final SecureRandom random;

    BrowserCookie(JdbcKnownBrowsers browsers, SecureRandom random) {
        this.browsers = browsers;
        this.random = random;
    }

    /** The digest of the browser's cookie, where the browser has completed MFA for the account. */
    Optional<String> digest(HttpServletRequest request, AccountId account) {
        return value(request).map(Digests::ofBrowser).filter(digest -> browsers.knows(account, digest));
    }

    /** The browser has completed MFA for the account. */
    void remember(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        String value = value(request)
                .filter(known -> browsers.issued(Digests.ofBrowser(known)))
                .orElseGet(this::fresh);
        browsers.remember(account, Digests.ofBrowser(value));
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .maxAge(JdbcKnownBrowsers.LIFE)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<String> value(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches());
    }

    private String fresh() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
