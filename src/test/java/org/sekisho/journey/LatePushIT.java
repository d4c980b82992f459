package org.sekisho.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The last word of a page that is being left may come after the sign-in has changed the session: with the cookie of another
 * session in the answer, the person would be signed out again.
 */
@Journey
class LatePushIT {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"close", "long-polling", "streaming"})
    void a_request_of_a_session_that_is_no_more_gets_no_new_one(String transport) throws Exception {
        String address = "http://localhost:" + port + "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=gone"
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=" + transport;
        HttpRequest late = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<Void> answer = HttpClient.newHttpClient().send(late, HttpResponse.BodyHandlers.discarding());

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
}
