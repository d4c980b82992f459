package org.sekisho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class AuditTrailTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID subject = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();

    @Test
    void a_fact_is_recorded_with_the_person_who_acts_and_the_moment() {
        UUID person = UUID.randomUUID();
        try (var signedIn = SignedInAs.holder(new AccountId(person))) {
            record("factor.activated", "accepted");
        }

        assertThat(trail.about(subject, 10)).singleElement().satisfies(event -> {
            assertThat(event.actor()).contains(person);
            assertThat(event.action()).isEqualTo("factor.activated");
            assertThat(event.result()).isEqualTo("accepted");
            assertThat(event.caseId()).contains(caseId);
            assertThat(event.at()).isEqualTo(clock.instant());
            assertThat(event.details()).containsExactly(Map.entry("factor", "1"), Map.entry("method", "2"));
        });
    }

    @Test
    void without_a_person_the_system_acts() {
        record("contact.expired", "expired");

        assertThat(trail.about(subject, 1).get(0).actor()).isEmpty();
    }

    @Test
    void the_newest_events_about_an_account_come_first_and_those_of_a_case_in_their_order() {
        record("case.first", "done");
        record("case.second", "done");
        record("case.third", "done");

        assertThat(trail.about(subject, 2)).extracting(AuditEvent::action).containsExactly("case.third", "case.second");
        assertThat(trail.ofCase(caseId))
                .extracting(AuditEvent::action)
                .containsExactly("case.first", "case.second", "case.third");
    }

    @Test
    void an_event_of_which_somebody_has_made_no_event_any_more_is_still_told_by_its_columns() {
        record("case.first", "done");
        record("case.second", "done");
        jdbc.sql("update audit_event set canonical = :nothing where case_id = :caseId and action = 'case.first'")
                .param("nothing", new byte[] {9})
                .param("caseId", caseId)
                .update();

        assertThat(trail.ofCase(caseId)).extracting(AuditEvent::action).containsExactly("case.first", "case.second");
        assertThat(trail.ofCase(caseId).get(0).details()).containsOnlyKeys("factor", "method");
        assertThat(trail.about(subject, 1)).extracting(AuditEvent::action).containsExactly("case.second");
    }

    @Test
    void an_event_vanishes_with_the_transaction_that_appended_it() {
        transaction.executeWithoutResult(status -> {
            record("case.first", "done");
            status.setRollbackOnly();
        });

        assertThat(trail.ofCase(caseId)).isEmpty();
    }

    @Test
    void the_columns_say_the_same_as_the_canonical_form() {
        record("case.first", "done");

        assertThat(jdbc.sql("SELECT action, result, details FROM audit_event WHERE case_id = :id")
                        .param("id", caseId)
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("case.first", "done", "factor=1\nmethod=2");
    }

    private void record(String action, String result) {
        trail.record(action, Optional.of(subject), Optional.of(caseId), result, Map.of("method", "2", "factor", "1"));
    }
}
