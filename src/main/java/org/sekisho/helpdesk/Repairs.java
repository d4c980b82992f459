package org.sekisho.helpdesk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.process.StalledSteps;
import org.sekisho.security.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leads and administrators do about cases that stopped because a step failed too often. */
@Component
public class Repairs {

    private static final Set<Role> REPAIRERS = Set.of(Role.LEAD, Role.ADMINISTRATOR);

    private final StalledSteps steps;
    private final CurrentUser user;
    private final AuditTrail audit;

    Repairs(StalledSteps steps, CurrentUser user, AuditTrail audit) {
        this.steps = steps;
        this.user = user;
        this.audit = audit;
    }

    /** Whether the person signed in may have steps tried again. */
    public boolean mayRepair() {
        return user.get().roles().stream().anyMatch(REPAIRERS::contains);
    }

    /**
     * The cause is gone, as far as the person knows: the step is tried once more.
     *
     * @return whether it stood still
     * @throws AccessDeniedException where the person is neither lead nor administrator
     */
    @Transactional
    public boolean triedAgain(CaseId caseId, String element) {
        if (!mayRepair()) {
            throw new AccessDeniedException("only leads and administrators have steps tried again");
        }
        boolean stood = steps.tryAgain(caseId, element);
        audit.record(
                "helpdesk.step-tried-again",
                Optional.empty(),
                Optional.of(caseId.value()),
                stood ? "tried-again" : "gone",
                Map.of("element", element));
        return stood;
    }
}
