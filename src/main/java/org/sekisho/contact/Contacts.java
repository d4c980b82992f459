package org.sekisho.contact;

import java.util.List;
import java.util.UUID;
import org.sekisho.directory.AccountId;

/** The confirmed contacts of people. */
public interface Contacts {

    /** The confirmed contacts of an account, oldest first. */
    List<Contact> confirmed(AccountId account);

    /** Ends a confirmed contact and erases its address. Does nothing where it has ended already. Joins the transaction of the caller. */
    void drop(UUID id, String reason);
}
