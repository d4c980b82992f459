package org.sekisho.contact;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of contact addresses.
 *
 * @param ownAddress what happens to an address of the organisation itself, which is lost together with the account
 * @param ownDomains the organisation's mail domains, besides those of the account's directory addresses; subdomains count
 * @param resendWait how long after a code another may be asked for
 * @param mostSends codes sent to one address while it is being confirmed
 * @param mostSendsPerDay codes sent for one account within 24 hours, whatever the addresses: bounds both nuisance and guessing
 * @param trustedAfter how long after it was confirmed a contact can speak for its person in a recovery; 14 days by default
 */
@ConfigurationProperties("sekisho.contact")
record ContactProperties(
        @DefaultValue("warn") OwnAddress ownAddress,
        @DefaultValue List<String> ownDomains,
        @DefaultValue("30s") Duration resendWait,
        @DefaultValue("5") int mostSends,
        @DefaultValue("15") int mostSendsPerDay,
        @DefaultValue("14d") Duration trustedAfter) {

    ContactProperties {
        ownDomains = ownDomains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What policy says to an address of the organisation's own. */
    enum OwnAddress {
        /** The person may use it after a warning. */
        WARN,
        REFUSE
    }
}
