package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.JdbcRecorder;
import org.sekisho.testing.RecordedStatements;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often the database is asked does not depend on how many events and blocks there are. */
@SekishoTest
@Import(RecordedStatements.class)
class TrailCostTest {

    @Autowired
    private ChainStates states;

    @Autowired
    private TrailDesk desk;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcRecorder database;

    private final UUID caseId = UUID.randomUUID();
    private Account person;
    private Account auditor;

    @BeforeEach
    void a_trail_begins() {
        person = accounts.student();
        auditor = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR));
        new JdbcTampering(jdbc).beginAnew();
        round();
    }

    @Test
    void a_page_costs_as_many_statements_however_many_events_and_blocks_it_shows() {
        int few = statements(() -> page(2));
        rounds();

        assertThat(statements(() -> page(50))).isEqualTo(few).isLessThanOrEqualTo(20);
    }

    @Test
    void the_states_of_the_events_of_a_case_cost_as_many_statements_however_many_there_are() {
        int few = statements(() -> states.ofCase(caseId));
        rounds();

        assertThat(statements(() -> assertThat(states.ofCase(caseId)).hasSize(42)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(6);
    }

    private void rounds() {
        for (int block = 0; block < 20; block++) {
            round();
        }
    }

    /** Two events of a person, by somebody at work, in a block of their own. */
    private void round() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
            happens("first.happened");
            happens("other.happened");
        }
        sealer.seal();
    }

    private void happens(String action) {
        trail.record(action, Optional.of(person.id().value()), Optional.of(caseId), "done", Map.of());
    }

    private void page(int most) {
        TrailSearch sought = new TrailSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.of(caseId.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(desk.page(sought, Optional.empty(), most).events()).hasSizeGreaterThan(1);
    }

    private int statements(Runnable reading) {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
            reading.run();
            return database.during(reading);
        }
    }
}
