package org.sekisho.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What incident modes mean for cases. Whether one is in force is decided by the clock at the moment of the question. */
@Component
public class Incidents {

    private static final String MAIL = "mail";

    private final JdbcIncidents incidents;
    private final Factors factors;
    private final FactorCatalog catalog;
    private final Contacts contacts;
    private final Clock clock;

    Incidents(JdbcIncidents incidents, Factors factors, FactorCatalog catalog, Contacts contacts, Clock clock) {
        this.incidents = incidents;
        this.factors = factors;
        this.catalog = catalog;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * The incident modes in force that concern an account: one of its methods or contacts depends on what is down. Nobody's own
     * account gains by an incident mode that they have opened.
     */
    @Transactional(readOnly = true)
    public List<Incident> concerning(AccountId account) {
        Instant now = clock.instant();
        List<Incident> open = incidents.inForce(now).stream()
                .filter(incident -> !incident.openedBy().equals(account))
                .toList();
        if (open.isEmpty()) {
            return open;
        }
        List<Factor> methods = factors.bound(account);
        return open.stream()
                .filter(incident -> dependsOn(account, methods, incident.target()))
                .toList();
    }

    private boolean dependsOn(AccountId account, List<Factor> methods, Target target) {
        return switch (target.scope()) {
            case METHOD -> methods.stream().map(Factor::kind).anyMatch(target.name()::equals);
            case CARRIER ->
                methods.stream().anyMatch(method -> catalog.type(method.kind())
                                .carriers(method)
                                .contains(target.name()))
                        || (target.name().equals(MAIL)
                                && !contacts.confirmed(account).isEmpty());
        };
    }

    /** A case was decided while these were in force for it. Joins the transaction of the caller. */
    @Transactional
    public void decidedUnder(CaseId caseId, Collection<Incident> inForce) {
        inForce.forEach(incident -> incidents.decidedUnder(incident.id(), caseId, clock.instant()));
    }

    /** The incident modes under which a case was decided. */
    @Transactional(readOnly = true)
    public List<Incident> of(CaseId caseId) {
        return incidents.of(caseId);
    }
}
