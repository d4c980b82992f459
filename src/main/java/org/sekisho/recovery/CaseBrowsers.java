package org.sekisho.recovery;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Knows the one browser that may be shown a pass by its cookie: 128 random bits, of which only a keyed digest is stored. Whoever
 * else knows the password sees where the case stands, and no pass.
 */
@Component
class CaseBrowsers {

    static final String COOKIE = "sekisho-recovery";

    private static final int RANDOM_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final JdbcRecoveries recoveries;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    CaseBrowsers(JdbcRecoveries recoveries, Vault vault, SecureRandom random, Clock clock) {
        this.recoveries = recoveries;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The browser of the request that this thread works on, and no other any more, may be shown the pass of the case.
     *
     * @throws IllegalStateException outside a request
     */
    void bindThisOne(Recovery recovery) {
        ServletRequestAttributes here = here().orElseThrow(() -> new IllegalStateException("no browser is here"));
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        recoveries.bindBrowser(recovery.caseId(), vault.digest(secret(value), context(recovery.caseId())));
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(Duration.between(clock.instant(), recovery.expiresAt()))
                .httpOnly(true)
                .secure(here.getRequest().isSecure())
                .sameSite("Lax")
                .build();
        Optional.ofNullable(here.getResponse())
                .orElseThrow(() -> new IllegalStateException("the browser cannot be answered"))
                .addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Whether the request that this thread works on comes from the browser of the case. */
    boolean isHere(CaseId caseId) {
        Optional<String> value = here().map(here -> WebUtils.getCookie(here.getRequest(), COOKIE))
                .map(Cookie::getValue)
                .filter(shown -> FORM.matcher(shown).matches());
        Optional<byte[]> digest = recoveries.browser(caseId);
        return value.isPresent()
                && digest.isPresent()
                && vault.matches(digest.get(), secret(value.get()), context(caseId));
    }

    private static Optional<ServletRequestAttributes> here() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast);
    }

    private static Secret<byte[]> secret(String value) {
        return Secret.of(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String context(CaseId caseId) {
        return "recovery-browser:" + caseId;
    }
}
