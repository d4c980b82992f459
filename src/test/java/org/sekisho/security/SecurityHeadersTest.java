package org.sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.sekisho.notice.DisputeLinks;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@SekishoTest
class SecurityHeadersTest {

    @Autowired
    private WebApplicationContext context;

    @Test
    void every_answer_says_what_its_page_may_do() {
        MockHttpServletResponse answer = new Browser(context).open("/sign-in/complete");

        assertThat(answer.getHeader("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
                        + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                        + " object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void a_page_whose_address_carries_a_secret_is_never_named_to_another() {
        MockHttpServletResponse answer = new Browser(context).open("/" + DisputeLinks.ROUTE + "/some-token");

        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void https_is_demanded_from_then_on_where_it_was_used() {
        Browser browser = new Browser(context);

        assertThat(browser.open("/sign-in/complete").getHeader("Strict-Transport-Security"))
                .isNull();
        assertThat(browser.send(get("/sign-in/complete").secure(true)).getHeader("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
    }
}
