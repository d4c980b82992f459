package org.sekisho.contact;

import java.util.List;
import java.util.UUID;
import org.sekisho.directory.AccountId;

/** The confirmed contacts of people. */
public interface Contacts {

    /** The confirmed contacts of an account, oldest first. */
    List<Contact> confirmed(AccountId account);

    /**
     * The confirmed contacts that can speak for their person, oldest first: set behind a fresh proof, and old enough that a
     * stranger who set one would have been found out (14 days by default).
     */
    List<Contact> trusted(AccountId account);

    /** Ends a confirmed contact and erases its address. Does nothing where it has ended already. Joins the transaction of the caller. */
    void drop(UUID id, String reason);
}
