package org.sekisho.recovery;

import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells the leads of the helpdesk what the model says of a case. */
@Component
class AlarmLeads implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final Leads leads;

    AlarmLeads(JdbcRecoveries recoveries, Leads leads) {
        this.recoveries = recoveries;
        this.leads = leads;
    }

    @Override
    public void run(StepContext context) {
        leads.tell(recoveries.get(context.caseId()), context.get(RecoveryVariables.NEWS));
    }
}
