package org.sekisho.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Rank;
import org.sekisho.evidence.EvidenceItem.Result;
import org.sekisho.process.CaseId;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class EvidenceTest {

    @Autowired
    private Evidence evidence;

    @Autowired
    private RecoveryAssessment assessment;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    private final CaseId caseId = CaseId.next();
    private AccountId person;
    private AccountId agent;
    private AccountId manager;

    @BeforeEach
    void people() {
        person = accounts.student().id();
        agent = accounts.student().id();
        manager = accounts.student().id();
    }

    @Test
    void what_the_product_checks_counts_at_once() {
        EvidenceItem code = evidence.add(caseId, person, EvidenceKind.SAVED_CODE, Optional.empty(), "code");
        assertThat(code.accepted()).isTrue();
        assertThat(evidence.of(caseId)).containsExactly(code);
        assertThat(trail.ofCase(caseId.value())).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("evidence.evidence-added");
            assertThat(event.subject()).contains(person.value());
            assertThat(event.result()).isEqualTo("accepted");
            assertThat(event.details()).containsEntry("kind", "saved-code");
        });
    }

    @Test
    void the_same_occasion_counts_once() {
        EvidenceItem first = evidence.add(caseId, person, EvidenceKind.SAVED_CODE, Optional.empty(), "code");
        EvidenceItem again = evidence.add(caseId, person, EvidenceKind.SAVED_CODE, Optional.empty(), "code");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(evidence.of(caseId)).hasSize(1);
        assertThat(trail.ofCase(caseId.value())).hasSize(1);
    }

    @Test
    void a_photo_counts_only_after_somebody_has_looked_at_it() {
        EvidenceItem photo = photo();
        assertThat(photo.result()).isEqualTo(Result.OPEN);
        assertThat(assessed().score()).isZero();
        assertThat(evidence.accept(photo.id(), agent)).isTrue();
        assertThat(evidence.find(photo.id()).orElseThrow().checkedBy()).contains(agent);
        assertThat(assessed().score()).isEqualTo(40);
        assertThat(trail.ofCase(caseId.value()))
                .extracting(AuditEvent::action, AuditEvent::result)
                .contains(tuple("evidence.evidence-judged", "accepted"));
    }

    @Test
    void what_was_rejected_stays_rejected() {
        EvidenceItem photo = photo();
        evidence.reject(photo.id(), agent);
        assertThat(evidence.accept(photo.id(), manager)).isFalse();
        assertThat(assessed().score()).isZero();
    }

    @Test
    void a_second_person_may_take_back_what_the_first_accepted() {
        EvidenceItem photo = photo();
        evidence.accept(photo.id(), agent);
        evidence.reject(photo.id(), manager);
        assertThat(evidence.find(photo.id()).orElseThrow().result()).isEqualTo(Result.REJECTED);
        assertThat(assessed().score()).isZero();
    }

    @Test
    void judging_twice_alike_is_told_once() {
        EvidenceItem photo = photo();
        evidence.accept(photo.id(), agent);
        assertThat(evidence.accept(photo.id(), manager)).isTrue();
        assertThat(evidence.find(photo.id()).orElseThrow().checkedBy()).contains(agent);
        assertThat(trail.ofCase(caseId.value())).hasSize(2);
    }

    @Test
    void nobody_makes_sure_of_themselves() {
        EvidenceItem photo = photo();
        assertThatIllegalArgumentException().isThrownBy(() -> evidence.accept(photo.id(), person));
        assertThatIllegalArgumentException().isThrownBy(() -> evidence.reject(photo.id(), person));
        assertThatIllegalArgumentException().isThrownBy(() -> vouch(person, "own"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        evidence.add(caseId, person, EvidenceKind.IDENTITY_IN_PERSON, Optional.of(person), "desk"));
    }

    @Test
    void a_photo_cannot_be_brought_in_as_checked_and_a_voice_has_a_person() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evidence.add(caseId, person, EvidenceKind.ID_PHOTO, Optional.of(agent), "photo"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evidence.add(caseId, person, EvidenceKind.VOUCHED, Optional.empty(), "nobody"));
    }

    @Test
    void a_case_is_about_one_person() {
        photo();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evidence.add(caseId, agent, EvidenceKind.SAVED_CODE, Optional.empty(), "code"));
    }

    @Test
    void unknown_evidence_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> evidence.accept(UUID.randomUUID(), agent));
    }

    @Test
    void one_person_who_vouches_twice_is_one_voice() {
        vouch(manager, "monday");
        vouch(manager, "tuesday");
        assertThat(assessed().combination()).isEqualTo("vouching");
        vouch(agent, "wednesday");
        assertThat(assessed().combination()).isEqualTo("two-vouchings");
    }

    @Test
    void a_case_is_weighed_with_rank_earlier_recoveries_and_incident() {
        evidence.add(caseId, person, EvidenceKind.SAVED_CODE, Optional.empty(), "code");
        assertThat(assessed())
                .isEqualTo(new Assessment(
                        50, "saved-code", Tier.TWO_PEOPLE, Duration.ofHours(72), "two-codes-or-in-person", false));
        assertThat(assessment.assess(caseId, Rank.ORDINARY, 0, true).coolOff()).isEqualTo(Duration.ofHours(24));
        assertThat(assessment.assess(caseId, Rank.ORDINARY, 2, true).tier()).isEqualTo(Tier.NOT_ENOUGH);
        evidence.add(caseId, person, EvidenceKind.CONTACT_CODE, Optional.empty(), "code");
        assertThat(assessed().tier()).isEqualTo(Tier.ONE_AGENT);
        assertThat(assessment.assess(caseId, Rank.PRIVILEGED, 0, false).tier()).isEqualTo(Tier.TWO_PEOPLE);
    }

    private EvidenceItem photo() {
        return evidence.add(caseId, person, EvidenceKind.ID_PHOTO, Optional.empty(), "photo");
    }

    private EvidenceItem vouch(AccountId voucher, String occasion) {
        return evidence.add(caseId, person, EvidenceKind.VOUCHED, Optional.of(voucher), occasion);
    }

    private Assessment assessed() {
        return assessment.assess(caseId, Rank.ORDINARY, 0, false);
    }
}
