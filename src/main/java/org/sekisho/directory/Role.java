package org.sekisho.directory;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a person may do here. Everybody is a holder of their own account. */
public enum Role {
    HOLDER,
    APPROVER,
    HELPDESK,
    LEAD,
    AUDITOR,
    ADMINISTRATOR;

    /** Those who read the trail and the archive of cases, and change nothing there. */
    public static final Set<Role> AUDITING = Set.of(AUDITOR, ADMINISTRATOR);

    /** Those who are offered the cases of others by their rank. */
    private static final Set<Role> RANKED = Set.of(HELPDESK, LEAD);

    /** The name that models and imports use: {@code helpdesk}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The names by which models offer tasks to somebody who holds this role: {@code helpdesk}; {@code approver:<unit>} for the
     * applications of a unit; and {@code helpdesk:privileged}, of privileged staff alone, for the cases of privileged accounts.
     */
    public Set<String> groups(Account holder) {
        Set<String> groups = new TreeSet<>(Set.of(key()));
        if (this == APPROVER) {
            groups.add(key() + ":" + holder.unit());
        }
        if (RANKED.contains(this) && holder.rank() == Rank.PRIVILEGED) {
            groups.add(groupFor(holder));
        }
        return groups;
    }

    /** The group of this role to which the cases of an account go: that of privileged staff alone, where the account is privileged. */
    public String groupFor(Account subject) {
        return subject.rank() == Rank.PRIVILEGED ? key() + ":privileged" : key();
    }

    /** The groups of the helpdesk and of its leads to which the cases of an account go, as models name several. */
    public static String helpdeskGroupsFor(Account subject) {
        return HELPDESK.groupFor(subject) + "," + LEAD.groupFor(subject);
    }

    public boolean isStaff() {
        return this != HOLDER;
    }
}
