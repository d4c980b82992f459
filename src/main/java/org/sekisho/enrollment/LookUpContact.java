package org.sekisho.enrollment;

import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountId;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Looks whether the person has a confirmed contact. */
@Component
class LookUpContact implements ProcessStep {

    private final Contacts contacts;

    LookUpContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        context.set(
                EnrollmentVariables.CONTACT_CONFIRMED,
                !contacts.confirmed(account).isEmpty());
    }
}
