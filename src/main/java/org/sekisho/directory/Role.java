package org.sekisho.directory;

import java.util.Locale;

/** What a person may do here. Everybody is a holder of their own account. */
public enum Role {
    HOLDER,
    APPROVER,
    HELPDESK,
    LEAD,
    AUDITOR,
    ADMINISTRATOR;

    /** The name that models and imports use: {@code helpdesk}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isStaff() {
        return this != HOLDER;
    }
}
