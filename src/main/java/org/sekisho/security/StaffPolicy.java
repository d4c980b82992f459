package org.sekisho.security;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.directory.Role;
import org.springframework.stereotype.Component;

/** Which of their roles staff may use in a session. */
@Component
public final class StaffPolicy {

    private final boolean needsTwoFactors;

    StaffPolicy(SecurityProperties properties) {
        this.needsTwoFactors = properties.staffNeedsTwoFactors();
    }

    /** Whether staff may work with a password alone. Every page says so while it is true. */
    public boolean relaxed() {
        return !needsTwoFactors;
    }

    Set<Role> usable(Set<Role> granted, boolean factorProved) {
        Set<Role> usable = EnumSet.of(Role.HOLDER);
        if (factorProved || !needsTwoFactors) {
            usable.addAll(granted);
        }
        return usable;
    }
}
