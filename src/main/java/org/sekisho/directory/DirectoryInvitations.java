package org.sekisho.directory;

import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DirectoryInvitations implements Invitations {

    private final JdbcAccounts accounts;
    private final AuditTrail trail;

    DirectoryInvitations(JdbcAccounts accounts, AuditTrail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    @Override
    @Transactional
    public void invite(AccountId id, Role role) {
        if (accounts.find(id)
                .filter(account -> account.state() == AccountState.ACTIVE)
                .isEmpty()) {
            throw new IllegalArgumentException("no account in good standing");
        }
        accounts.invite(id, role);
        trail.record(
                "directory.role-given",
                Optional.of(id.value()),
                Optional.empty(),
                "invited",
                Map.of("role", role.key()));
    }
}
