package org.sekisho.contact;

import java.util.UUID;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Variable;

/** What the process <code>contact-setup</code> carries. */
final class ContactVariables {

    static final ProcessKey PROCESS = new ProcessKey("contact-setup");
    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    static final Variable<UUID> CONTACT_ID = Variable.id("contactId");
    static final Variable<Outcome> OUTCOME = Variable.oneOf("outcome", Outcome.class);

    private ContactVariables() {}

    /** How the person went on from entering the code. The first and the last are what the process gives back. */
    enum Outcome {
        CONFIRMED,
        RESEND,
        CHANGE,
        /** Too many wrong codes. */
        ABANDONED
    }
}
