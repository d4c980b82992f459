package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.incident.Incident;
import org.sekisho.incident.Incidents;
import org.sekisho.incident.TestIncidents;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.annotation.Autowired;

/** While something is down the wait of those who depend on it is shorter, the case says so, and nothing else changes. */
@SekishoTest
class RecoveryUnderIncidentTest {

    @Autowired
    TestRecoveries people;

    @Autowired
    TestIncidents incidentModes;

    @Autowired
    Incidents incidents;

    @Autowired
    RecoveryDecisions decisions;

    @Autowired
    JdbcRecoveries table;

    @Autowired
    JdbcRecoveryDecisions decided;

    @Autowired
    Evidence evidence;

    @Autowired
    Processes processes;

    @Autowired
    ProcessPlay play;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Enforcement enforcement;

    @Autowired
    MutableClock clock;

    private AccountId lead;
    private AccountId first;
    private AccountId second;

    @BeforeEach
    void apps_are_down() {
        lead = staff(Role.LEAD, Rank.PRIVILEGED);
        first = staff(Role.HELPDESK, Rank.PRIVILEGED);
        second = staff(Role.HELPDESK, Rank.PRIVILEGED);
        incidentModes.methodIsDown(lead, "totp", Duration.ofHours(6));
    }

    @AfterEach
    void nothing_is_down_any_more() {
        incidentModes.endAll(lead);
    }

    @Test
    void the_wait_is_shorter_two_people_stay_two_and_the_case_says_so_everywhere() {
        AccountId account = personWithApp(Rank.ORDINARY);
        CaseId caseId = withPhoto(account);
        assertThat(shownIncidents(caseId)).hasSize(1);
        people.decides(first, caseId, Verdict.APPROVE, "Looked at it");

        play.waitsAt(caseId, "userTask_confirmRecovery");
        assertThat(processes.variables(caseId).get(RecoveryVariables.INCIDENT)).isTrue();
        assertThat(decided.of(caseId)).singleElement().matches(RecoveryDecision::incident);
        Incident incident = incidents.of(caseId).get(0);
        assertThat(incident.cases()).isPositive();
        assertThat(event(caseId, "recovery.case-decided").details())
                .containsEntry("incident", incident.id().toString());

        people.confirms(second, caseId, true, "Looked at it again");
        assertThat(waits(caseId)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void what_counts_is_the_moment_of_the_decision() {
        AccountId account = personWithApp(Rank.ORDINARY);
        CaseId caseId = withPhoto(account);
        clock.advance(Duration.ofHours(6));
        assertThat(shownIncidents(caseId)).isEmpty();
        people.decides(first, caseId, Verdict.APPROVE, "Looked at it");
        assertThat(processes.variables(caseId).get(RecoveryVariables.INCIDENT)).isFalse();
        assertThat(decided.of(caseId)).noneMatch(RecoveryDecision::incident);
        assertThat(incidents.of(caseId)).isEmpty();
        assertThat(event(caseId, "recovery.case-decided").details()).doesNotContainKey("incident");
        people.confirms(second, caseId, true, "Looked at it again");
        assertThat(waits(caseId)).isEqualTo(Duration.ofHours(72));
    }

    @Test
    void a_refusal_and_a_wish_for_more_say_so_as_well() {
        AccountId account = personWithApp(Rank.ORDINARY);
        CaseId caseId = withPhoto(account);
        people.decides(first, caseId, Verdict.ASK_MORE, "Another picture, please");
        people.passesOn(account, caseId);
        people.decides(first, caseId, Verdict.REFUSE, "It is somebody else");
        assertThat(decided.of(caseId)).hasSize(2).allMatch(RecoveryDecision::incident);
        assertThat(incidents.of(caseId)).singleElement().satisfies(one -> assertThat(one.cases())
                .isEqualTo(1));
    }

    @Test
    void a_privileged_account_gains_nothing() {
        AccountId account = personWithApp(Rank.PRIVILEGED);
        CaseId caseId = withPhoto(account);
        assertThat(people.decides(first, caseId, Verdict.APPROVE, "Looked at it"))
                .as("a photo is too little, incident or not")
                .isEqualTo(RecoveryDecisions.Outcome.NOT_ENOUGH);
        evidence.add(
                caseId,
                account,
                EvidenceKind.IDENTITY_IN_PERSON,
                Optional.of(staff(Role.APPROVER, Rank.PRIVILEGED)),
                "seen");
        people.decides(first, caseId, Verdict.APPROVE, "Looked at it");
        play.waitsAt(caseId, "userTask_confirmRecovery");
        people.confirms(second, caseId, true, "Looked at it again");
        assertThat(waits(caseId)).isEqualTo(Duration.ofHours(24));
        assertThat(decided.of(caseId)).as("it says so all the same").allMatch(RecoveryDecision::incident);
    }

    @Test
    void the_lead_who_opened_it_does_not_gain_by_it_for_themselves() {
        incidentModes.endAll(lead);
        AccountId author = staff(Role.LEAD, Rank.ORDINARY);
        apps.enroll(author);
        enforcement.begin(author);
        incidentModes.methodIsDown(author, "totp", Duration.ofHours(6));
        CaseId caseId = withPhoto(author);
        people.decides(first, caseId, Verdict.APPROVE, "Looked at it");
        people.confirms(second, caseId, true, "Looked at it again");
        assertThat(waits(caseId)).isEqualTo(Duration.ofHours(72));
    }

    private AccountId personWithApp(Rank rank) {
        AccountId account = accounts.create(
                        person -> person.address("known@example.ac.jp").rank(rank))
                .id();
        apps.enroll(account);
        enforcement.begin(account);
        return account;
    }

    private CaseId withPhoto(AccountId account) {
        CaseId caseId = people.opens(account, new HereBrowser());
        people.givesPhoto(account, caseId);
        people.passesOn(account, caseId);
        people.acceptsAll(first, caseId);
        return caseId;
    }

    private List<Incident> shownIncidents(CaseId caseId) {
        return people.staff(
                first, Role.HELPDESK, () -> decisions.file(people.only(caseId)).incidents());
    }

    private Duration waits(CaseId caseId) {
        Instant until = table.get(caseId).waitUntil().orElseThrow();
        return Duration.between(clock.instant(), until);
    }

    private AuditEvent event(CaseId caseId, String action) {
        return trail.ofCase(caseId.value()).stream()
                .filter(event -> event.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private AccountId staff(Role role, Rank rank) {
        return accounts.create(person -> person.affiliation(Affiliation.STAFF)
                        .rank(rank)
                        .address(UUID.randomUUID() + "@example.ac.jp")
                        .roles(role))
                .id();
    }
}
