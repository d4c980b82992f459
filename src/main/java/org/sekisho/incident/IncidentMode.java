package org.sekisho.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.Readings;
import org.sekisho.channel.Channels;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorType;
import org.sekisho.notice.Notices;
import org.sekisho.security.Staff;
import org.sekisho.wording.Messages;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leads do while a carrier or a kind of method is down; the rest of the staff sees it. */
@Component
public class IncidentMode {

    /** The longest reason that can be given, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.LEAD, Role.AUDITOR, Role.ADMINISTRATOR);
    private static final int MOST_EARLIER = 50;

    private final JdbcIncidents incidents;
    private final Channels channels;
    private final FactorCatalog catalog;
    private final Accounts accounts;
    private final Notices notices;
    private final Messages messages;
    private final Staff staff;
    private final AuditTrail audit;
    private final Readings readings;
    private final IncidentProperties policy;
    private final Clock clock;

    IncidentMode(
            JdbcIncidents incidents,
            Channels channels,
            FactorCatalog catalog,
            Accounts accounts,
            Notices notices,
            Messages messages,
            Staff staff,
            AuditTrail audit,
            Readings readings,
            IncidentProperties policy,
            Clock clock) {
        this.incidents = incidents;
        this.channels = channels;
        this.catalog = catalog;
        this.accounts = accounts;
        this.notices = notices;
        this.messages = messages;
        this.staff = staff;
        this.audit = audit;
        this.readings = readings;
        this.policy = policy;
        this.clock = clock;
    }

    /** What became of the wish to open one. */
    public enum Opening {
        OPENED,
        /** One for the same target is in force. */
        OPEN_ALREADY
    }

    /** What can be down: the channels of this installation, and the kinds of method by which people sign in. */
    public List<Target> targets() {
        demand(READERS);
        List<Target> targets = new ArrayList<>();
        new TreeSet<>(channels.names()).forEach(name -> targets.add(new Target(Target.Scope.CARRIER, name)));
        catalog.types().stream()
                .filter(type -> type.traits().signIn())
                .map(FactorType::kind)
                .forEach(kind -> targets.add(new Target(Target.Scope.METHOD, kind)));
        return targets;
    }

    /** How long one may last at most. */
    public Duration longest() {
        return policy.longest();
    }

    /** Those in force, the oldest first. */
    @Transactional
    public List<Incident> inForce() {
        demand(READERS);
        return shown(incidents.inForce(clock.instant()));
    }

    /** Who has opened and ended them is named on the screen. */
    private List<Incident> shown(List<Incident> found) {
        readings.shown(
                "incident.modes-read",
                Optional.empty(),
                found.stream()
                        .flatMap(incident -> Stream.concat(Stream.of(incident.openedBy()), incident.endedBy().stream()))
                        .map(AccountId::value)
                        .toList());
        return found;
    }

    /** Those that are over, the newest first: no more than fifty. */
    @Transactional
    public List<Incident> earlier() {
        demand(READERS);
        return shown(incidents.overAt(clock.instant(), MOST_EARLIER));
    }

    /**
     * Something is down. Cases of accounts that depend on it wait less until the time is over or a lead ends it.
     *
     * @param lasts at most what the policy allows
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws AccessDeniedException where whoever acts is no lead
     * @throws IllegalArgumentException where the target is unknown, the time out of bounds or the reason blank or too long
     */
    @Transactional
    public Opening opened(Target target, Duration lasts, String reason) {
        Account lead = demand(Set.of(Role.LEAD));
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("an incident needs a reason of 1 to " + LONGEST_REASON + " characters");
        }
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(policy.longest()) > 0) {
            throw new IllegalArgumentException("an incident mode lasts at most " + policy.longest());
        }
        if (!targets().contains(target)) {
            throw new IllegalArgumentException("nothing is called " + target);
        }
        Instant now = clock.instant();
        if (incidents.inForce(now).stream().map(Incident::target).anyMatch(target::equals)) {
            return Opening.OPEN_ALREADY;
        }
        Incident incident = new Incident(
                UUID.randomUUID(),
                target,
                given,
                lead.id(),
                now,
                now.plus(lasts),
                Optional.empty(),
                Optional.empty(),
                0);
        incidents.add(incident);
        record("incident.mode-opened", incident, "opened");
        tell(incident, "incident-opened", incident.endsAt());
        return Opening.OPENED;
    }

    /**
     * It is over before its time.
     *
     * @return whether it was still in force
     * @throws AccessDeniedException where whoever acts is no lead
     */
    @Transactional
    public boolean ended(UUID id) {
        Account lead = demand(Set.of(Role.LEAD));
        Instant now = clock.instant();
        Optional<Incident> incident = incidents.find(id).filter(found -> incidents.end(id, lead.id(), now));
        incident.ifPresent(ended -> {
            record("incident.mode-ended", ended, "ended");
            tell(ended, "incident-ended", now);
        });
        return incident.isPresent();
    }

    /** What whoever has opened or ended one is called. */
    public String nameOf(AccountId staff) {
        demand(READERS);
        return accounts.find(staff).map(Account::name).orElse("");
    }

    private void tell(Incident incident, String news, Instant until) {
        accounts.with(Role.LEAD)
                .forEach(lead -> notices.inform(
                        lead.id(),
                        Optional.empty(),
                        news,
                        incident.id().toString(),
                        messages.text(lead.language(), incident.target().label()),
                        until));
    }

    private void record(String action, Incident incident, String result) {
        audit.record(
                action,
                Optional.empty(),
                Optional.empty(),
                result,
                Map.of(
                        "incident",
                        incident.id().toString(),
                        "target",
                        incident.target().toString(),
                        "ends",
                        incident.endsAt().toString()));
    }

    private Account demand(Set<Role> roles) {
        return staff.demand(roles, "an incident mode");
    }
}
