package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.ContactProof;
import org.sekisho.recovery.PhotoProof;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.VoucherProof;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks a person who has lost their methods to show who they are. */
@org.springframework.stereotype.Component
class RecoveryEvidenceForm implements TaskForm {

    private final Recoveries recoveries;
    private final ContactProof contactProof;
    private final PhotoProof photoProof;
    private final VoucherProof voucherProof;

    RecoveryEvidenceForm(
            Recoveries recoveries, ContactProof contactProof, PhotoProof photoProof, VoucherProof voucherProof) {
        this.recoveries = recoveries;
        this.contactProof = contactProof;
        this.photoProof = photoProof;
        this.voucherProof = voucherProof;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-evidence");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new EvidencePage(recoveries, contactProof, photoProof, voucherProof, task, navigation);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
