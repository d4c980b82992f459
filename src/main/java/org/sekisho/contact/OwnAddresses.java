package org.sekisho.contact;

import java.util.Locale;
import org.sekisho.directory.Account;
import org.sekisho.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Tells an address of the organisation itself from any other: it is lost together with the account. */
@Component
class OwnAddresses {

    private final ContactProperties policy;

    OwnAddresses(ContactProperties policy) {
        this.policy = policy;
    }

    boolean contain(Account account, EmailAddress address) {
        return policy.ownDomains().stream().anyMatch(own -> isWithin(address, own))
                || account.addresses().stream().anyMatch(known -> isWithin(address, known.domain()));
    }

    private static boolean isWithin(EmailAddress address, String domain) {
        String own = domain.toLowerCase(Locale.ROOT);
        return address.domain().equals(own) || address.domain().endsWith("." + own);
    }
}
