package org.sekisho.report;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sekisho.directory.Role;

/** What can be reported. */
public enum ReportKind {
    STEPS(true, true),
    VOLUMES(true, true),
    DECISIONS(true, false),
    RECOVERIES(true, false),
    RESPONSE(true, true),
    METHODS(false, true),
    OVERDUE(false, true);

    private static final Set<Role> WITH_LEADS = Set.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.LEAD);

    private final boolean ofPeriod;
    private final boolean forLeads;

    ReportKind(boolean ofPeriod, boolean forLeads) {
        this.ofPeriod = ofPeriod;
        this.forLeads = forLeads;
    }

    /** Whether it tells of some days, and not of now. */
    public boolean ofPeriod() {
        return ofPeriod;
    }

    /** Who may read it: leads not what tells of single members of the staff. */
    public Set<Role> readers() {
        return forLeads ? WITH_LEADS : Role.AUDITING;
    }

    /** As it stands in addresses, texts and the trail. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportKind> find(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
