package org.sekisho.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.directory.Rank;
import org.sekisho.process.CaseId;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.springframework.stereotype.Component;

/** Weighs what a case has gathered, as two decision tables say. */
@Component
public class RecoveryAssessment {

    private static final DecisionKey EVIDENCE = new DecisionKey("recovery-evidence");
    private static final DecisionKey TIER = new DecisionKey("recovery-tier");

    private static final Variable<Integer> VOUCHES = Variable.number("vouches");
    private static final Variable<Integer> SCORE = Variable.number("score");
    private static final Variable<String> COMBINATION = Variable.text("combination");
    private static final Variable<String> RANK = Variable.text("rank");
    private static final Variable<Integer> EARLIER_RECOVERIES = Variable.number("earlierRecoveries");
    private static final Variable<Boolean> INCIDENT = Variable.flag("incident");
    private static final Variable<Tier> TIER_OF_CASE = Variable.oneOf("tier", Tier.class);
    private static final Variable<Integer> COOL_OFF = Variable.number("coolOff");
    private static final Variable<String> MISSING = Variable.text("missing");

    private final Evidence evidence;
    private final Decisions decisions;

    RecoveryAssessment(Evidence evidence, Decisions decisions) {
        this.evidence = evidence;
        this.decisions = decisions;
    }

    /**
     * Weighs a case as it stands now. Only what was accepted counts, and several vouchings of one person count once.
     *
     * @param rank of the account that the case is about
     * @param earlierRecoveries how many recoveries of the account were completed in the last 365 days
     * @param incident whether a lead has opened an incident mode that applies to the case
     */
    public Assessment assess(CaseId caseId, Rank rank, int earlierRecoveries, boolean incident) {
        Facts facts = facts(caseId);
        Variables weighed = decisions.decide(
                EVIDENCE,
                Variables.of(Variable.flag("savedCode"), facts.savedCode())
                        .and(Variable.flag("contactCode"), facts.contactCode())
                        .and(Variable.flag("boundMethod"), facts.boundMethod())
                        .and(Variable.flag("idPhoto"), facts.idPhoto())
                        .and(Variable.flag("inPerson"), facts.inPerson())
                        .and(VOUCHES, facts.vouches()));
        int score = weighed.get(SCORE);
        Variables tier = decisions.decide(
                TIER,
                Variables.of(RANK, rank.name().toLowerCase(Locale.ROOT))
                        .and(SCORE, score)
                        .and(EARLIER_RECOVERIES, earlierRecoveries)
                        .and(INCIDENT, incident));
        return new Assessment(
                score,
                weighed.get(COMBINATION),
                tier.get(TIER_OF_CASE),
                Duration.ofHours(tier.get(COOL_OFF)),
                tier.get(MISSING),
                incident);
    }

    /**
     * What {@code recovery-evidence.dmn} asks for.
     *
     * @param vouches how many people vouch, each counted once
     */
    public record Facts(
            boolean savedCode,
            boolean contactCode,
            boolean boundMethod,
            boolean idPhoto,
            boolean inPerson,
            int vouches) {}

    /** What speaks for the person of a case now. Only what was accepted counts. */
    public Facts facts(CaseId caseId) {
        List<EvidenceItem> counting =
                evidence.of(caseId).stream().filter(EvidenceItem::accepted).toList();
        return new Facts(
                has(counting, EvidenceKind.SAVED_CODE),
                has(counting, EvidenceKind.CONTACT_CODE),
                has(counting, EvidenceKind.BOUND_METHOD),
                has(counting, EvidenceKind.ID_PHOTO),
                has(counting, EvidenceKind.IDENTITY_IN_PERSON),
                vouches(counting));
    }

    private static boolean has(List<EvidenceItem> counting, EvidenceKind kind) {
        return counting.stream().anyMatch(item -> item.kind() == kind);
    }

    private static int vouches(List<EvidenceItem> counting) {
        return (int) counting.stream()
                .filter(item -> item.kind() == EvidenceKind.VOUCHED)
                .map(EvidenceItem::checkedBy)
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }
}
