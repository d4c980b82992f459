package org.sekisho.contact;

import java.util.List;
import org.sekisho.directory.AccountId;

/** The confirmed contacts of people. */
public interface Contacts {

    /** The confirmed contacts of an account, oldest first. */
    List<Contact> confirmed(AccountId account);
}
