package org.sekisho.relyingparty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.springframework.stereotype.Component;

/** The services there are, and whether the person signed in may open one as they are. */
@Component
public class ServiceDirectory {

    private static final DecisionKey MFA_REQUIREMENT = new DecisionKey("mfa-requirement");
    private static final Variable<String> SERVICE = Variable.text("service");
    private static final Variable<String> AFFILIATION = Variable.text("affiliation");
    private static final Variable<Instant> DATE = Variable.instant("date");
    private static final Variable<Requirement> REQUIREMENT = Variable.oneOf("requirement", Requirement.class);

    private final RelyingPartyProperties properties;
    private final Decisions decisions;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    ServiceDirectory(
            RelyingPartyProperties properties, Decisions decisions, Accounts accounts, CurrentUser user, Clock clock) {
        this.properties = properties;
        this.decisions = decisions;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    /** Whether a service opens, and what is to be said about MFA. */
    public record Access(Requirement requirement, boolean factorProved) {

        public boolean opens() {
            return requirement != Requirement.REQUIRED || factorProved;
        }
    }

    /** All services, in the order of the configuration. */
    public List<RelyingService> services() {
        return properties.services();
    }

    public Optional<RelyingService> find(String id) {
        return services().stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** Decides for the person signed in, as of now. */
    public Access access(RelyingService service) {
        Person person = user.get();
        return new Access(
                requirement(service, accounts.get(person.account())),
                person.factorAt().isPresent());
    }

    /** What the service asks of an account, as of now. */
    Requirement requirement(RelyingService service, Account account) {
        return decisions
                .decide(
                        MFA_REQUIREMENT,
                        Variables.of(SERVICE, service.id())
                                .and(AFFILIATION, account.affiliation().name().toLowerCase(Locale.ROOT))
                                .and(DATE, clock.instant()))
                .get(REQUIREMENT);
    }
}
