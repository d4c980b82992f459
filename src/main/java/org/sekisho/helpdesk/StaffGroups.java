package org.sekisho.helpdesk;

import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.springframework.stereotype.Component;

/** The groups whose tasks a member of staff is offered, as the directory says at this moment. */
@Component
class StaffGroups {

    private final Accounts accounts;

    StaffGroups(Accounts accounts) {
        this.accounts = accounts;
    }

    /** None for whoever is not there or not in good standing. */
    Set<String> of(AccountId person) {
        return accounts.find(person)
                .filter(account -> account.state() == AccountState.ACTIVE)
                .map(account -> account.roles().stream()
                        .filter(Role::isStaff)
                        .flatMap(role -> role.groups(account).stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
