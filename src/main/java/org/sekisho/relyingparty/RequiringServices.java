package org.sekisho.relyingparty;

import org.sekisho.directory.Account;
import org.sekisho.termination.MfaDemand;
import org.springframework.stereotype.Component;

/** A service that does not open without a second factor demands MFA of those whom it is for. */
@Component
class RequiringServices implements MfaDemand {

    private final ServiceDirectory directory;

    RequiringServices(ServiceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public boolean isMadeOf(Account account) {
        return directory.services().stream()
                .anyMatch(service -> directory.requirement(service, account) == Requirement.REQUIRED);
    }
}
