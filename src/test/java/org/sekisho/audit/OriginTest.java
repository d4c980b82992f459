package org.sekisho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@SekishoTest
class OriginTest {

    private static final String ADDRESS = "192.0.2.77";

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Erasure erasure;

    @Autowired
    private JdbcClient jdbc;

    private final UUID person = UUID.randomUUID();

    @BeforeEach
    void a_request_comes() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(ADDRESS);
        request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void the_request_is_over() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void an_event_says_from_where_and_with_what_its_actor_acted() {
        act(person);

        assertThat(trail.origin(eventAbout(person))).hasValueSatisfying(origin -> {
            assertThat(origin.address()).isEqualTo(ADDRESS);
            assertThat(origin.device()).isEqualTo("Firefox 128, Linux");
        });
    }

    @Test
    void outside_a_request_there_is_nothing_to_say() {
        RequestContextHolder.resetRequestAttributes();
        act(person);

        assertThat(eventAbout(person).origin()).isEmpty();
    }

    @Test
    void before_anybody_is_known_the_origin_is_that_of_the_account_named() {
        trail.record("session.refused", Optional.of(person), Optional.empty(), "refused", Map.of());

        assertThat(trail.origin(eventAbout(person))).isPresent();
        assertThat(erasure.erase(person)).isTrue();
        assertThat(trail.about(person, 2))
                .extracting(AuditEvent::action)
                .containsExactly("audit.person-erased", "session.refused");
        assertThat(trail.origin(trail.about(person, 2).get(1))).isEmpty();
    }

    @Test
    void the_table_holds_neither_the_address_nor_the_device_in_the_clear() {
        act(person);

        byte[] canonical = jdbc.sql("select canonical from audit_event where subject = :person")
                .param("person", person)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(canonical, StandardCharsets.ISO_8859_1)).doesNotContain(ADDRESS, "Firefox");
        assertThat(jdbc.sql("select details, network from audit_event where subject = :person")
                        .param("person", person)
                        .query()
                        .singleRow()
                        .values())
                .doesNotContain(ADDRESS);
    }

    @Test
    void what_one_person_did_stays_readable_when_another_is_erased() {
        UUID other = UUID.randomUUID();
        act(person);
        act(other);

        erasure.erase(other);

        assertThat(trail.origin(eventAbout(person))).isPresent();
        assertThat(trail.origin(trail.about(other, 2).get(1))).isEmpty();
    }

    @Test
    void an_origin_that_somebody_has_changed_is_not_told_and_keeps_nothing_from_being_shown() {
        act(person);
        act(person);
        byte[] canonical = jdbc.sql(
                        "select canonical from audit_event where subject = :person order by id desc limit 1")
                .param("person", person)
                .query((row, number) -> row.getBytes(1))
                .single();
        canonical[canonical.length - 1] ^= 1;
        jdbc.sql(
                        "update audit_event set canonical = :canonical where id = (select max(id) from audit_event where subject = :person)")
                .param("canonical", canonical)
                .param("person", person)
                .update();

        List<Optional<Origin>> origins = trail.origins(trail.about(person, 2));

        assertThat(origins.get(0)).isEmpty();
        assertThat(origins.get(1)).isPresent();
    }

    @Test
    void a_person_has_one_key_for_all_their_events() {
        act(person);
        act(person);

        assertThat(trail.about(person, 2))
                .extracting(event -> event.origin().orElseThrow().key())
                .hasSize(2)
                .satisfies(used -> assertThat(List.copyOf(used)).allMatch(used.get(0)::equals));
    }

    private void act(UUID actor) {
        try (var signedIn = SignedInAs.holder(new AccountId(actor))) {
            trail.record("factor.activated", Optional.of(actor), Optional.empty(), "accepted", Map.of());
        }
    }

    private AuditEvent eventAbout(UUID subject) {
        return trail.about(subject, 1).get(0);
    }
}
