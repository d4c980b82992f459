package org.sekisho.dispute;

import org.sekisho.contact.Contacts;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.vouching.ContactPersons;
import org.springframework.stereotype.Component;

/** Ends what the disputed change has added. What it has taken away does not come back by itself. */
@Component
class UndoChange implements ProcessStep {

    private static final String REASON = "disputed";

    private final JdbcDisputes disputes;
    private final Factors factors;
    private final Contacts contacts;
    private final ContactPersons contactPersons;

    UndoChange(JdbcDisputes disputes, Factors factors, Contacts contacts, ContactPersons contactPersons) {
        this.disputes = disputes;
        this.factors = factors;
        this.contacts = contacts;
        this.contactPersons = contactPersons;
    }

    @Override
    public void run(StepContext context) {
        Dispute dispute = disputes.find(context.caseId()).orElseThrow();
        switch (dispute.news()) {
            case "method-added", "method-replaced" -> factors.revoke(new FactorId(dispute.subject()), REASON);
            case "method-suspended" -> factors.resume(new FactorId(dispute.subject()));
            case "method-resumed" -> factors.suspend(new FactorId(dispute.subject()));
            case "contact-person-named" -> contactPersons.drop(dispute.subject(), REASON);
            case "contact-confirmed" -> contacts.drop(dispute.subject(), REASON);
            default -> {
                // there is nothing to undo
            }
        }
    }
}
