package org.sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTargetTest {

    @Test
    void a_page_of_this_product_is_kept_with_its_query() {
        assertThat(SavedTarget.ownPath("https://sekisho.example/requests?state=open&continue"))
                .contains("/requests?state=open");
        assertThat(SavedTarget.ownPath("http://localhost:8080/methods?continue"))
                .contains("/methods");
    }

    @Test
    void whatever_host_the_request_named_is_dropped() {
        assertThat(SavedTarget.ownPath("https://evil.example/requests")).contains("/requests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sekisho.example//evil.example",
                "https://sekisho.example/\\evil.example",
                "https://sekisho.example/%0d%0a evil",
                "mailto:somebody@evil.example",
                "not/rooted",
                ""
            })
    void what_could_lead_elsewhere_is_not_kept(String url) {
        assertThat(SavedTarget.ownPath(url)).isEmpty();
    }
}
