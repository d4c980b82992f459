package org.sekisho.security;

import java.util.Set;
import org.sekisho.directory.Account;
import org.sekisho.directory.Role;

/**
 * Somebody of the staff who acts.
 *
 * @param roles of the staff that both the session and the directory allow; at least one
 */
public record StaffMember(Account account, Set<Role> roles) {

    public StaffMember {
        roles = Set.copyOf(roles);
    }
}
