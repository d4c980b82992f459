package org.sekisho.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.incident.IncidentMode.Opening;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@SekishoTest
class IncidentModeTest {

    private static final Target APPS = new Target(Target.Scope.METHOD, "totp");
    private static final Target MAIL = new Target(Target.Scope.CARRIER, "mail");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Autowired
    IncidentMode mode;

    @Autowired
    Incidents incidents;

    @Autowired
    TestIncidents staff;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Factors factors;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private AccountId lead;
    private AccountId person;

    @BeforeEach
    void a_lead_and_a_person_with_an_app() {
        lead = accounts.create(staffed -> staffed.affiliation(Affiliation.STAFF)
                        .address(UUID.randomUUID() + "@example.ac.jp")
                        .roles(Role.LEAD))
                .id();
        person = accounts.student().id();
        apps.enroll(person);
    }

    @AfterEach
    void nothing_is_down_any_more() {
        staff.endAll(lead);
    }

    @Test
    void an_incident_mode_concerns_those_who_depend_on_what_is_down_and_is_over_by_the_clock() {
        AccountId other = accounts.student().id();
        assertThat(staff.isDown(lead, APPS, TWO_HOURS, "Clocks are wrong")).isEqualTo(Opening.OPENED);
        assertThat(incidents.concerning(person)).singleElement().satisfies(incident -> {
            assertThat(incident.target()).isEqualTo(APPS);
            assertThat(incident.reason()).isEqualTo("Clocks are wrong");
            assertThat(incident.endsAt()).isEqualTo(clock.instant().plus(TWO_HOURS));
        });
        assertThat(incidents.concerning(other)).isEmpty();

        clock.advance(TWO_HOURS.minusSeconds(1));
        assertThat(incidents.concerning(person)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(incidents.concerning(person)).isEmpty();
        as(Role.LEAD, () -> assertThat(mode.inForce()).isEmpty());
        as(Role.LEAD, () -> assertThat(mode.earlier())
                .anyMatch(over -> over.openedBy().equals(lead)));
    }

    @Test
    void a_telephone_depends_on_the_channel_that_reaches_it() {
        AccountId caller = telephone("CALL");
        AccountId reader = telephone("TEXT");
        staff.carrierIsDown(lead, "sms", TWO_HOURS);
        assertThat(incidents.concerning(reader)).hasSize(1);
        assertThat(incidents.concerning(caller)).isEmpty();
        staff.carrierIsDown(lead, "voice", TWO_HOURS);
        assertThat(incidents.concerning(reader)).hasSize(1);
        assertThat(incidents.concerning(caller)).hasSize(1);
        assertThat(incidents.concerning(person)).isEmpty();
    }

    private AccountId telephone(String delivery) {
        AccountId owner = accounts.student().id();
        FactorId phone = FactorId.next();
        factors.begin(phone, owner, "messagecode", CaseId.next());
        factors.activate(phone);
        jdbc.sql("insert into phone (factor_id, account_id, slot, delivery, sealed_number, number_digest)"
                        + " values (:factor, :owner, 'PHONE', :delivery, :none, :none)")
                .param("factor", phone.value())
                .param("owner", owner.value())
                .param("delivery", delivery)
                .param("none", new byte[] {0})
                .update();
        return owner;
    }

    @Test
    void two_may_be_open_for_different_targets_and_one_for_each() {
        assertThat(staff.isDown(lead, APPS, TWO_HOURS, "One")).isEqualTo(Opening.OPENED);
        assertThat(staff.isDown(lead, MAIL, TWO_HOURS, "Two")).isEqualTo(Opening.OPENED);
        assertThat(staff.isDown(lead, APPS, TWO_HOURS, "Again")).isEqualTo(Opening.OPEN_ALREADY);
        as(
                Role.HELPDESK,
                () -> assertThat(mode.inForce()).extracting(Incident::target).contains(APPS, MAIL));
    }

    @Test
    void a_lead_ends_one_early_once_and_the_leads_are_told() {
        staff.isDown(lead, APPS, TWO_HOURS, "One");
        UUID id = incidents.concerning(person).get(0).id();
        as(Role.LEAD, () -> {
            assertThat(mode.ended(id)).isTrue();
            assertThat(mode.ended(id)).isFalse();
        });
        assertThat(incidents.concerning(person)).isEmpty();
        assertThat(outgoing.of(lead).stream().map(JdbcOutgoing.Waiting::subject))
                .contains("Incident mode is in force", "Incident mode has ended");
        assertThat(jdbc.sql(
                                "select action from audit_event where actor = :lead and action like 'incident.%' order by id")
                        .param("lead", lead.value())
                        .query(String.class)
                        .list())
                .containsExactly("incident.mode-opened", "incident.mode-ended");
    }

    @Test
    void nobodys_own_account_gains_by_what_they_have_opened() {
        apps.enroll(lead);
        staff.isDown(lead, APPS, TWO_HOURS, "For myself");
        assertThat(incidents.concerning(lead)).isEmpty();
        assertThat(incidents.concerning(person)).hasSize(1);
    }

    @Test
    void it_has_a_reason_a_known_target_and_an_end_within_the_policy() {
        for (String blank : new String[] {"", "  ", "x".repeat(1001)}) {
            assertThatThrownBy(() -> staff.isDown(lead, APPS, TWO_HOURS, blank))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofHours(-1), Duration.ofHours(25)}) {
            assertThatThrownBy(() -> staff.isDown(lead, APPS, wrong, "Reason"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Target unknown = new Target(Target.Scope.CARRIER, "pigeon");
        assertThatThrownBy(() -> staff.isDown(lead, unknown, TWO_HOURS, "Reason"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IncidentProperties(Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void leads_alone_open_and_end_and_the_staff_reads(Role role) {
        staff.isDown(lead, MAIL, TWO_HOURS, "Mail is down");
        as(role, () -> {
            boolean reads = role != Role.HOLDER && role != Role.APPROVER;
            allowed(reads, mode::inForce);
            allowed(reads, mode::earlier);
            allowed(reads, mode::targets);
            allowed(reads, () -> mode.nameOf(lead));
            allowed(role == Role.LEAD, () -> mode.opened(APPS, TWO_HOURS, "Reason"));
            allowed(role == Role.LEAD, () -> mode.ended(UUID.randomUUID()));
        });
        assertThat(incidents.concerning(person)).hasSize(role == Role.LEAD ? 1 : 0);
    }

    @Test
    void a_case_remembers_under_which_it_was_decided() {
        staff.isDown(lead, APPS, TWO_HOURS, "One");
        CaseId caseId = CaseId.next();
        incidents.decidedUnder(caseId, incidents.concerning(person));
        incidents.decidedUnder(caseId, incidents.concerning(person));
        clock.advance(TWO_HOURS);
        assertThat(incidents.of(caseId)).singleElement().satisfies(incident -> {
            assertThat(incident.target()).isEqualTo(APPS);
            assertThat(incident.cases()).isEqualTo(1);
        });
    }

    private static void allowed(boolean expected, Runnable action) {
        if (expected) {
            action.run();
        } else {
            assertThatThrownBy(action::run).isInstanceOf(AccessDeniedException.class);
        }
    }

    private void as(Role role, Runnable work) {
        AccountId actor = role == Role.LEAD
                ? lead
                : accounts.create(staffed -> staffed.roles(role)).id();
        try (SignedInAs at = role == Role.HOLDER ? SignedInAs.holder(actor) : SignedInAs.withRoles(actor, role)) {
            assertThat(at.person().account()).isEqualTo(actor);
            work.run();
        }
    }
}
