package org.sekisho.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.TrailFigures;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What stands out is found once a day, told, and shown to those who audit; what is usual is not. */
@SekishoTest
class PatternsTest {

    @Autowired
    Patterns patterns;

    @Autowired
    Watch watch;

    @Autowired
    AuditTrail trail;

    @Autowired
    TrailFigures figures;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private AccountId agent;

    @BeforeEach
    void a_morning_long_after_all_that_was() {
        clock.advance(Duration.ofDays(31));
        ZonedDateTime morning = clock.instant().atZone(calendar.zone()).with(LocalTime.of(10, 0));
        do {
            morning = morning.plusDays(1);
        } while (!calendar.isOpen(morning.toInstant()) || morning.getDayOfWeek() == DayOfWeek.MONDAY);
        clock.advanceTo(morning.toInstant());
        agent = staff(Role.HELPDESK, "An Agent");
    }

    @Test
    void the_usual_work_of_a_morning_stands_out_in_nothing() {
        for (int number = 0; number < 5; number++) {
            grants(agent, accounts.student().id());
        }
        assertThat(watch.look()).noneMatch(pattern -> pattern.about().equals(agent.toString()));
    }

    @Test
    void of_more_facts_than_are_read_the_newest_count() {
        List<CaseId> cases = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            cases.add(grants(agent, accounts.student().id()));
        }
        Instant now = clock.instant();
        assertThat(figures.facts(Set.of("recovery.case-decided"), now.minus(Duration.ofDays(1)), now.plusMillis(1), 2))
                .extracting(fact -> new CaseId(fact.caseId().orElseThrow()))
                .containsExactlyElementsOf(cases.subList(1, 3));
    }

    @Test
    void many_recoveries_of_one_agent_stand_out_once_and_the_auditors_are_told() {
        AccountId auditor = accounts.create(account -> account.affiliation(Affiliation.STAFF)
                        .address("auditor@example.ac.jp")
                        .roles(Role.AUDITOR))
                .id();
        List<CaseId> cases = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            cases.add(grants(agent, accounts.student().id()));
        }
        patterns.look();
        patterns.look();
        cases.add(grants(agent, accounts.student().id()));
        patterns.look();

        try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            assertThat(at.person().account()).isEqualTo(auditor);
            List<Pattern> found = patterns.found().stream()
                    .filter(pattern -> pattern.about().equals(agent.toString()))
                    .toList();
            assertThat(found).singleElement().satisfies(pattern -> {
                assertThat(pattern.kind()).isEqualTo(Pattern.Kind.AGENT);
                assertThat(pattern.cases()).containsExactlyInAnyOrderElementsOf(cases);
            });
            assertThat(patterns.names(found)).containsEntry(agent, "An Agent");
        }
        assertThat(outgoing.of(auditor))
                .extracting(JdbcOutgoing.Waiting::subject)
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'report.patterns-read' and actor = :actor")
                        .param("actor", auditor.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_recovery_granted_at_night_stands_out() {
        clock.advance(Duration.ofHours(12));
        CaseId caseId = grants(agent, accounts.student().id());
        assertThat(watch.look()).anySatisfy(pattern -> {
            assertThat(pattern.kind()).isEqualTo(Pattern.Kind.OUT_OF_HOURS);
            assertThat(pattern.about()).isEqualTo(agent.toString());
            assertThat(pattern.cases()).containsExactly(caseId);
        });
    }

    @Test
    void recoveries_of_one_agent_that_end_in_a_freeze_stand_out() {
        List<CaseId> cases = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            AccountId person = accounts.student().id();
            cases.add(grants(agent, person));
            clock.advance(Duration.ofMinutes(5));
            record("factor.changes-frozen", person, CaseId.next(), "frozen");
        }
        AccountId other = staff(Role.HELPDESK, "Another Agent");
        grants(other, accounts.student().id());
        clock.advance(Duration.ofDays(3));
        assertThat(watch.look())
                .filteredOn(pattern -> pattern.kind() == Pattern.Kind.FROZEN_AFTER)
                .singleElement()
                .satisfies(pattern -> {
                    assertThat(pattern.about()).isEqualTo(agent.toString());
                    assertThat(pattern.cases()).containsExactlyInAnyOrderElementsOf(cases);
                });
    }

    @Test
    void recoveries_of_many_accounts_from_one_network_stand_out() {
        String network = UUID.randomUUID().toString().substring(0, 16);
        for (int number = 0; number < 5; number++) {
            CaseId caseId = CaseId.next();
            record("recovery.case-opened", accounts.student().id(), caseId, "self");
            jdbc.sql("update audit_event set network = :network where case_id = :case")
                    .param("network", network)
                    .param("case", caseId.value())
                    .update();
        }
        assertThat(watch.look()).anySatisfy(pattern -> {
            assertThat(pattern.kind()).isEqualTo(Pattern.Kind.NETWORK);
            assertThat(pattern.about()).isEqualTo(network);
            assertThat(pattern.cases()).hasSize(5);
        });
    }

    @Test
    void one_number_got_by_several_accounts_in_recoveries_stands_out() {
        byte[] digest = UUID.randomUUID().toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
        List<CaseId> cases = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            AccountId person = accounts.student().id();
            CaseId caseId = CaseId.next();
            record("recovery.case-opened", person, caseId, "self");
            hasNumber(person, caseId, digest);
            cases.add(caseId);
        }
        // a family at home, without any recovery
        byte[] home = UUID.randomUUID().toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
        hasNumber(accounts.student().id(), CaseId.next(), home);
        hasNumber(accounts.student().id(), CaseId.next(), home);
        assertThat(watch.look())
                .filteredOn(pattern -> pattern.kind() == Pattern.Kind.NUMBER)
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.cases()).containsExactlyInAnyOrderElementsOf(cases));
        jdbc.sql("delete from phone where number_digest in (:digests)")
                .param("digests", List.of(digest, home))
                .update();
    }

    @Test
    void nobody_else_sees_them() {
        for (Role role : List.of(Role.HOLDER, Role.APPROVER, Role.HELPDESK, Role.LEAD)) {
            try (SignedInAs at = SignedInAs.withRoles(staff(role, "Somebody"), role)) {
                assertThatThrownBy(() -> patterns.found()).isInstanceOf(AccessDeniedException.class);
                assertThat(at.person().signedIn()).isTrue();
            }
        }
    }

    private CaseId grants(AccountId by, AccountId person) {
        CaseId caseId = CaseId.next();
        try (SignedInAs at = SignedInAs.withRoles(by, Role.HELPDESK)) {
            assertThat(at.person().account()).isEqualTo(by);
            record("recovery.case-decided", person, caseId, "approve");
        }
        return caseId;
    }

    private void record(String action, AccountId person, CaseId caseId, String result) {
        trail.record(action, Optional.of(person.value()), Optional.of(caseId.value()), result, Map.of());
    }

    private void hasNumber(AccountId account, CaseId boundIn, byte[] digest) {
        UUID factor = UUID.randomUUID();
        jdbc.sql("insert into factor (id, account_id, kind, state, preferred, bound_in, created_at)"
                        + " values (:id, :account, 'messagecode', 'REVOKED', false, :case, current_timestamp)")
                .param("id", factor)
                .param("account", account.value())
                .param("case", boundIn.value())
                .update();
        jdbc.sql("insert into phone (factor_id, account_id, slot, delivery, sealed_number, number_digest)"
                        + " values (:id, :account, 'PHONE', 'TEXT', :digest, :digest)")
                .param("id", factor)
                .param("account", account.value())
                .param("digest", digest)
                .update();
    }

    private AccountId staff(Role role, String name) {
        return accounts.create(account ->
                        account.affiliation(Affiliation.STAFF).name(name).roles(role))
                .id();
    }
}
