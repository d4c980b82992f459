package org.sekisho.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.EngineMemory;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TakenDecision;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.recovery.TestRecoveries;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Sha256;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases are listed from their first moment on, and recorded once when they are over: then nobody needs the engine to know them. */
@SekishoTest
class RecordedCasesTest {

    private static final ProcessKey ENROLLMENT = new ProcessKey("enrollment");

    @Autowired
    BeanFactory product;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcArchivedCases cases;

    @Autowired
    JdbcCaseRecords stored;

    @Autowired
    CaseRecords records;

    @Autowired
    CaseArchive archive;

    @Autowired
    Archivist archivist;

    @Autowired
    StepTimes stepTimes;

    @Autowired
    CaseVolumes volumes;

    @Autowired
    AuditTrail trail;

    @Autowired
    EngineMemory engine;

    @Autowired
    ProcessPlay play;

    @Autowired
    Processes processes;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_case_is_listed_with_where_it_stands_and_in_the_end_with_how_it_ended() {
        Account student = accounts.student();
        Traveller traveller = Traveller.of(product, student.id());
        CaseId caseId = traveller.applies();
        Instant begun = clock.instant();

        ArchivedCase open = cases.find(caseId).orElseThrow();
        assertThat(open.process()).isEqualTo(ENROLLMENT);
        assertThat(open.subject()).contains(student.id().value());
        assertThat(open.state()).isEqualTo(CaseState.OPEN);
        assertThat(open.startedAt()).isEqualTo(begun);
        assertThat(open.endedAt()).isEmpty();
        assertThat(cases.numbered(open.number())).contains(caseId);

        traveller.goesOnTo("userTask_startTrial");
        assertThat(cases.find(caseId).orElseThrow().step())
                .contains(new ArchivedCase.Step(ENROLLMENT, "userTask_startTrial"));
        traveller.goesOnToTheEnd();

        ArchivedCase ended = cases.find(caseId).orElseThrow();
        assertThat(ended.state()).isEqualTo(CaseState.COMPLETED);
        assertThat(ended.outcome()).contains("event_enrolled");
        assertThat(ended.step()).contains(new ArchivedCase.Step(ENROLLMENT, "userTask_seeResult"));
        assertThat(ended.duration())
                .contains(Duration.between(begun, ended.endedAt().orElseThrow()));
        LocalDate today = begun.atZone(calendar.zone()).toLocalDate();
        assertThat(volumes.started(today, today.plusDays(1), CaseVolumes.Span.DAY))
                .anyMatch(volume -> volume.process().equals(ENROLLMENT)
                        && volume.state() == CaseState.COMPLETED
                        && volume.cases() > 0);
        assertThat(volumes.started(today, today.plusDays(1), CaseVolumes.Span.MONTH))
                .anyMatch(volume -> volume.day().equals(today.withDayOfMonth(1)));
    }

    @Test
    void what_was_recorded_is_what_the_engine_knew_and_stays_when_the_engine_has_forgotten_it() {
        CaseId caseId = enrolled();
        CaseRecord live = records.of(caseId).orElseThrow();
        assertThat(live.paths().get(0).steps())
                .filteredOn(step -> step.kind() == CasePath.Kind.TASK)
                .isNotEmpty();

        assertThat(records.record(caseId)).isTrue();

        JdbcCaseRecords.Stored kept = stored.find(caseId).orElseThrow();
        assertThat(kept.sha256()).isEqualTo(Sha256.hex(kept.text()));
        assertThat(kept.text()).isEqualTo(CanonicalJson.write(live));
        AuditEvent proof = only(caseId, "archive.case-recorded");
        assertThat(proof.details()).containsEntry("sha256", kept.sha256());
        engine.forgets(caseId);
        assertThat(engine.knows(caseId)).isFalse();
        assertThat(records.of(caseId)).contains(live);
        assertThat(live.models()).isNotEmpty().allSatisfy(model -> {
            String text =
                    stored.model(model.kind(), model.name(), model.version()).orElseThrow();
            assertThat(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(model.sha256());
        });
        assertThat(live.decisions()).isNotEmpty().allSatisfy(decision -> assertThat(live.tables())
                .filteredOn(table -> table.decision().equals(decision.decision()))
                .singleElement()
                .satisfies(table -> assertThat(table.rules().size())
                        .isGreaterThanOrEqualTo(decision.rules().get(0).number())));
        assertThat(live.policies())
                .extracting(CaseRecord.ModelVersion::name)
                .contains("factor-policy", "mfa-requirement", "recovery-tier");
    }

    @Test
    void a_record_lists_the_events_of_its_case_and_one_of_an_earlier_form_is_read_without_them() {
        CaseId caseId = enrolled();
        int events = trail.ofCase(caseId.value()).size();
        records.record(caseId);

        byte[] text = stored.find(caseId).orElseThrow().text();
        assertThat(CanonicalJson.read(text).events()).hasValueSatisfying(listed -> assertThat(listed)
                .hasSize(events)
                .allSatisfy(event -> assertThat(event.sha256()).matches("[0-9a-f]{64}")));
        String earlier = new String(text, StandardCharsets.UTF_8)
                .replaceFirst("\"events\":\\[[^\\]]*\\],", "")
                .replace("\"form\":2", "\"form\":1");
        assertThat(CanonicalJson.read(earlier.getBytes(StandardCharsets.UTF_8)).events())
                .isEmpty();
    }

    @Test
    void a_case_is_recorded_once_however_many_nodes_try_and_only_when_it_is_over() throws Exception {
        Traveller traveller = Traveller.of(product, accounts.student().id());
        CaseId caseId = traveller.applies();
        assertThat(records.record(caseId)).isFalse();
        assertThat(stored.find(caseId)).isEmpty();
        traveller.goesOnToTheEnd();

        List<Boolean> done = InParallel.on(4, () -> records.record(caseId));

        assertThat(done).containsExactlyInAnyOrder(true, false, false, false);
        only(caseId, "archive.case-recorded");
    }

    @Test
    void what_a_dying_node_left_half_done_is_done_by_the_next() {
        CaseId caseId = enrolled();
        transaction.executeWithoutResult(dying -> {
            assertThat(records.record(caseId)).isTrue();
            dying.setRollbackOnly();
        });
        assertThat(stored.find(caseId)).isEmpty();
        assertThat(trail.ofCase(caseId.value())).noneMatch(RecordedCasesTest::saysRecorded);

        while (archivist.recordSome() > 0) {
            // the next few
        }
        assertThat(stored.find(caseId)).isPresent();
        only(caseId, "archive.case-recorded");
    }

    @Test
    void a_case_that_cannot_be_recorded_waits_for_an_hour_and_keeps_no_other_waiting() {
        CaseId stuck = enrolled();
        CaseId other = enrolled();
        jdbc.sql("insert into archive_record (case_id, form, sha256, content, ended_at, recorded_at, rules_listed)"
                        + " values (:id, 1, '', :nothing, :now, :now, true)")
                .param("id", stuck.value())
                .param("nothing", new byte[0])
                .param("now", JdbcArchivedCases.utc(clock.instant()))
                .update();
        recordsWhatIsDue();
        assertThat(trail.ofCase(other.value())).anyMatch(RecordedCasesTest::saysRecorded);

        jdbc.sql("delete from archive_record where case_id = :id")
                .param("id", stuck.value())
                .update();
        clock.advance(Duration.ofMinutes(59));
        recordsWhatIsDue();
        assertThat(stored.find(stuck)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        recordsWhatIsDue();
        assertThat(stored.find(stuck)).isPresent();
        only(stuck, "archive.case-recorded");
    }

    @Test
    void the_engine_forgets_no_case_that_is_open_or_not_recorded() {
        CaseId open = Traveller.of(product, accounts.student().id()).applies();
        CaseId unrecorded = enrolled();
        CaseId recorded = enrolled();
        records.record(recorded);
        Instant ended = cases.find(recorded).flatMap(ArchivedCase::endedAt).orElseThrow();
        assertThat(engine.forgetsAt(open)).isEmpty();
        assertThat(engine.forgetsAt(unrecorded)).isEmpty();
        assertThat(engine.forgetsAt(recorded)).contains(ended.plus(Duration.ofDays(365)));

        clock.advance(Duration.ofDays(366));
        engine.cleansUp();

        assertThat(engine.knows(open)).isTrue();
        assertThat(engine.knows(unrecorded)).isTrue();
        assertThat(engine.knows(recorded)).isFalse();
        assertThat(records.of(recorded)).isPresent();
        assertThat(records.record(unrecorded)).isTrue();
    }

    @Test
    void a_record_that_was_changed_in_the_table_is_not_what_the_trail_has() {
        CaseId caseId = enrolled();
        records.record(caseId);
        ArchivedCase found = cases.find(caseId).orElseThrow();
        AccountId auditor = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR))
                .id();
        try (SignedInAs ignored = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            assertThat(archive.proof(found))
                    .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
            String text = new String(stored.find(caseId).orElseThrow().text(), StandardCharsets.UTF_8);
            byte[] forged = text.replace("event_enrolled", "event_enrolleD").getBytes(StandardCharsets.UTF_8);
            jdbc.sql("update archive_record set content = :content, sha256 = :sha256 where case_id = :id")
                    .param("content", Compressed.of(forged))
                    .param("sha256", Sha256.hex(forged))
                    .param("id", caseId.value())
                    .update();
            assertThat(archive.proof(found))
                    .hasValueSatisfying(proof -> assertThat(proof.holds()).isFalse());
        }
    }

    @Test
    void how_long_the_steps_took_is_counted_of_recorded_cases() {
        CaseId caseId = enrolled();
        records.record(caseId);
        Instant now = clock.instant();

        List<StepTimes.Spread> spreads = stepTimes.of(ENROLLMENT, now.minus(Duration.ofDays(400)), now.plusSeconds(1));

        assertThat(stepTimes.processes()).contains(ENROLLMENT);
        assertThat(spreads)
                .extracting(StepTimes.Spread::element)
                .contains("userTask_startTrial", "userTask_seeResult")
                .doesNotHaveDuplicates();
        assertThat(spreads).allSatisfy(spread -> {
            assertThat(spread.count()).isPositive();
            assertThat(spread.median()).isLessThanOrEqualTo(spread.nineOfTen());
            assertThat(spread.nineOfTen()).isLessThanOrEqualTo(spread.ninetyNineOfHundred());
        });
        assertThat(stepTimes.versions(ENROLLMENT, now.minus(Duration.ofDays(400)), now.plusSeconds(1)))
                .isNotEmpty();
    }

    @Test
    void a_case_that_an_earlier_release_left_is_taken_in() {
        CaseId open = Traveller.of(product, accounts.student().id()).applies();
        CaseId ended = enrolled();
        ArchivedCase before = cases.find(ended).orElseThrow();
        Set.of(open, ended).forEach(known -> jdbc.sql("delete from archive_case where case_id = :id")
                .param("id", known.value())
                .update());
        jdbc.sql("delete from archive_census").update();
        Census census = new Census(
                product.getBean(org.sekisho.process.CaseCensus.class),
                cases,
                product.getBean(JdbcCensus.class),
                transaction);
        while (census.takeIn()) {
            // the next few
        }

        assertThat(cases.find(open))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(CaseState.OPEN));
        assertThat(cases.find(ended)).hasValueSatisfying(found -> {
            assertThat(found.outcome()).isEqualTo(before.outcome());
            assertThat(found.subject()).isEqualTo(before.subject());
            assertThat(found.startedAt()).isEqualTo(before.startedAt());
            assertThat(found.endedAt()).isEqualTo(before.endedAt());
        });
        assertThat(records.record(ended)).isTrue();
    }

    @Test
    void a_finished_case_is_found_by_the_rule_that_has_matched_in_it_whatever_number_the_rule_has() {
        CaseId caseId = enrolled();
        records.record(caseId);
        CaseRecord record = records.of(caseId).orElseThrow();
        TakenDecision taken = record.decisions().get(0);
        TakenDecision.Rule matched = taken.rules().get(0);
        DecisionTable table = record.tables().stream()
                .filter(each -> each.decision().equals(taken.decision()))
                .findFirst()
                .orElseThrow();
        DecisionTable.Row row = table.rules().get(matched.number() - 1);
        DecisionTable.Row renumbered = new DecisionTable.Row(99, row.conditions(), row.answers(), row.why());
        DecisionTable.Row other = table.rules().get(matched.number() == 1 ? 1 : 0);

        assertThat(foundBy(PolicyRule.of(table, row))).contains(caseId);
        assertThat(foundBy(PolicyRule.of(table, renumbered))).contains(caseId);
        assertThat(foundBy(PolicyRule.any(taken.decision()))).contains(caseId);
        assertThat(foundBy(PolicyRule.of(table, other))).doesNotContain(caseId);
    }

    @Test
    void the_rules_of_a_record_that_an_earlier_release_has_made_are_listed_once() {
        CaseId caseId = enrolled();
        records.record(caseId);
        PolicyRule any = PolicyRule.any(
                records.of(caseId).orElseThrow().decisions().get(0).decision());
        jdbc.sql("delete from archive_rule where case_id = :id")
                .param("id", caseId.value())
                .update();
        assertThat(foundBy(any)).doesNotContain(caseId);
        jdbc.sql("update archive_record set rules_listed = false where case_id = :id")
                .param("id", caseId.value())
                .update();

        assertThat(records.listRules(Archivist.AT_ONCE)).isPositive();

        assertThat(foundBy(any)).contains(caseId);
        assertThat(records.listRules(Archivist.AT_ONCE)).isZero();
    }

    @Test
    void whoever_acted_in_a_case_is_listed_with_it_and_whoever_read_it_is_not() {
        Account student = accounts.student();
        Traveller traveller = Traveller.of(product, student.id());
        CaseId caseId = traveller.applies();
        traveller.goesOnToTheEnd();
        Account auditor = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR));
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
            assertThat(archive.opened(caseId.toString())).isPresent();
        }

        records.record(caseId);

        assertThat(jdbc.sql("select actor from archive_actor where case_id = :id")
                        .param("id", caseId.value())
                        .query(UUID.class)
                        .list())
                .contains(student.id().value())
                .doesNotContain(auditor.id().value());
    }

    @Test
    void a_kind_of_cases_goes_after_a_time_of_its_own_and_the_others_stay() {
        CaseId ofTheKind = enrolled();
        records.record(ofTheKind);
        CaseId other = CaseId.next();
        stored.add(
                new CaseRecord(
                        CaseRecord.FORM,
                        other,
                        new ProcessKey("verification"),
                        Optional.empty(),
                        clock.instant(),
                        Optional.of(clock.instant()),
                        CaseState.COMPLETED,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                "",
                new byte[0],
                clock.instant());
        clock.advance(Duration.ofDays(40));
        Archivist shorter = new Archivist(
                cases,
                records,
                product.getBean(Census.class),
                new ArchiveProperties(true, Period.ofYears(10), Map.of(ENROLLMENT.value(), Period.ofMonths(1))),
                clock);

        while (shorter.retireSome() > 0) {
            // the next few
        }

        assertThat(stored.find(ofTheKind)).isEmpty();
        assertThat(cases.find(ofTheKind)).isEmpty();
        assertThat(stored.find(other)).isPresent();
    }

    @Test
    void what_was_said_in_a_case_goes_with_it() {
        AccountId first = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
        AccountId second = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
        Account person = accounts.create(account -> account.address("known@example.ac.jp"));
        Traveller traveller = Traveller.of(product, person.id());
        traveller.applies();
        traveller.goesOnToTheEnd();
        CaseId recovery = product.getBean(TestRecoveries.class)
                .recovers(person.id(), first, second, "Looked at it")
                .caseId();
        records.record(recovery);
        List<String> tables = List.of("recovery_decision", "evidence");
        assertThat(tables).allSatisfy(table -> assertThat(rows(table, recovery)).isPositive());
        clock.advance(Duration.ofDays(40));
        Archivist shorter = new Archivist(
                cases,
                records,
                product.getBean(Census.class),
                new ArchiveProperties(true, Period.ofYears(10), Map.of("recovery", Period.ofMonths(1))),
                clock);

        while (shorter.retireSome() > 0) {
            // the next few
        }

        assertThat(tables).allSatisfy(table -> assertThat(rows(table, recovery)).isZero());
    }

    private int rows(String table, CaseId caseId) {
        return jdbc.sql("select count(*) from " + table + " where case_id = :id")
                .param("id", caseId.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_goes_back_in_the_engine_goes_back_in_the_list() {
        CaseId caseId = CaseId.next();
        transaction.executeWithoutResult(undone -> {
            processes.start(
                    new ProcessKey("contact-setup"),
                    caseId,
                    Variables.of(
                            Variable.id("accountId"), accounts.student().id().value()));
            undone.setRollbackOnly();
        });
        assertThat(cases.find(caseId)).isEmpty();
    }

    @Test
    void a_case_of_long_ago_goes_with_the_models_that_nobody_needs_and_never_one_that_is_open_or_not_recorded() {
        CaseId open = Traveller.of(product, accounts.student().id()).applies();
        CaseId unrecorded = enrolled();
        CaseId old = enrolled();
        records.record(old);
        CaseRecord.ModelVersion unused =
                new CaseRecord.ModelVersion("bpmn", "fixture-unused", 1, Sha256.hex(new byte[0]));
        stored.keep(unused, "<unused/>", clock.instant());
        // before that, nothing happens
        clock.advance(Duration.ofDays(3640));
        while (archivist.retireSome() > 0) {
            // those that other tests have left
        }
        assertThat(records.of(old)).isPresent();

        clock.advance(Duration.ofDays(20));
        CaseId recent = enrolled();
        records.record(recent);
        int gone = archivist.retireSome();

        assertThat(gone).isBetween(1, Archivist.AT_ONCE);
        while (archivist.retireSome() > 0) {
            // the next few
        }
        assertThat(cases.find(old)).isEmpty();
        assertThat(stored.find(old)).isEmpty();
        assertThat(List.of("archive_step", "archive_rule", "archive_actor"))
                .allSatisfy(table -> assertThat(rows(table, old)).isZero());
        assertThat(stored.model("bpmn", "fixture-unused", 1)).isEmpty();
        assertThat(cases.find(open)).isPresent();
        assertThat(cases.find(unrecorded)).isPresent();
        assertThat(stored.find(recent)).isPresent();
        assertThat(records.of(recent).orElseThrow().models())
                .allSatisfy(model -> assertThat(stored.model(model.kind(), model.name(), model.version()))
                        .isPresent());
    }

    private List<CaseId> foundBy(PolicyRule rule) {
        Account auditor = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR));
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
            return archive.search(CaseSearch.of(Map.of("rule", rule.toString())), 1000).first().cases().stream()
                    .map(ArchivedCase::id)
                    .toList();
        }
    }

    /** Other tests have left some as well. */
    private void recordsWhatIsDue() {
        for (int round = 0; round < 100 && archivist.recordSome() > 0; round++) {
            // the next few
        }
    }

    private CaseId enrolled() {
        Traveller traveller = Traveller.of(product, accounts.student().id());
        CaseId caseId = traveller.applies();
        traveller.goesOnToTheEnd();
        return caseId;
    }

    private AuditEvent only(CaseId caseId, String action) {
        List<AuditEvent> found = trail.ofCase(caseId.value()).stream()
                .filter(event -> event.action().equals(action))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static boolean saysRecorded(AuditEvent event) {
        return event.action().equals("archive.case-recorded");
    }
}
