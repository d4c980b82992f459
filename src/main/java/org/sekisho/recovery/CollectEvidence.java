package org.sekisho.recovery;

import java.time.Clock;
import java.util.Locale;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Accounts;
import org.sekisho.evidence.RecoveryAssessment;
import org.sekisho.evidence.RecoveryAssessment.Facts;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * Gathers what the decision tables ask for. Only what the product or somebody of the helpdesk has made sure of counts. Whoever
 * decides next has as much business time as whoever has just decided.
 */
@Component
class CollectEvidence implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final RecoveryAssessment assessment;
    private final Accounts accounts;
    private final Earlier earlier;
    private final JdbcRecoveryDecisions decisions;
    private final BusinessCalendar calendar;
    private final RecoveryProperties policy;
    private final Clock clock;

    CollectEvidence(
            JdbcRecoveries recoveries,
            RecoveryAssessment assessment,
            Accounts accounts,
            Earlier earlier,
            JdbcRecoveryDecisions decisions,
            BusinessCalendar calendar,
            RecoveryProperties policy,
            Clock clock) {
        this.recoveries = recoveries;
        this.assessment = assessment;
        this.accounts = accounts;
        this.earlier = earlier;
        this.decisions = decisions;
        this.calendar = calendar;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        Facts facts = assessment.facts(context.caseId());
        context.set(RecoveryVariables.SAVED_CODE, facts.savedCode());
        context.set(RecoveryVariables.CONTACT_CODE, facts.contactCode());
        context.set(RecoveryVariables.BOUND_METHOD, facts.boundMethod());
        context.set(RecoveryVariables.ID_PHOTO, facts.idPhoto());
        context.set(RecoveryVariables.IN_PERSON, facts.inPerson());
        context.set(RecoveryVariables.VOUCHES, facts.vouches());
        context.set(
                RecoveryVariables.RANK,
                accounts.get(recovery.account()).rank().name().toLowerCase(Locale.ROOT));
        context.set(RecoveryVariables.EARLIER_RECOVERIES, earlier.recoveries(recovery.account()));
        context.set(RecoveryVariables.DUE_AT, calendar.plus(clock.instant(), policy.decideWithin()));
        context.set(RecoveryVariables.INCIDENT, decidedUnderIncident(context.caseId()));
    }

    /** What was in force when somebody decided is in force for what follows from it, to the same moment. */
    private boolean decidedUnderIncident(CaseId caseId) {
        return decisions.of(caseId).stream()
                .reduce((earlierOne, newest) -> newest)
                .filter(RecoveryDecision::incident)
                .isPresent();
    }
}
