package org.sekisho.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sekisho.directory.Role;

/** The names that {@code @RolesAllowed} speaks of. Half-way sessions have {@link #PASSWORD} and no other. */
public final class Access {

    /** A right password and nothing else. */
    public static final String PASSWORD = "PASSWORD";

    /** Signed in, as the person's own gates demand. */
    public static final String SIGNED_IN = "SIGNED_IN";

    /** A second factor was proved in this session. */
    public static final String FACTOR = "FACTOR";

    public static final String APPROVER = "APPROVER";
    public static final String HELPDESK = "HELPDESK";
    public static final String LEAD = "LEAD";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Access() {}

    /** What a person may, as Spring's authorities without their prefix. */
    static Set<String> of(Person person) {
        Set<String> names = new LinkedHashSet<>();
        names.add(PASSWORD);
        if (person.signedIn()) {
            names.add(SIGNED_IN);
            if (person.factorAt().isPresent()) {
                names.add(FACTOR);
            }
            staff(person.roles()).forEach(role -> names.add(role.name()));
        }
        return names;
    }

    private static Collection<Role> staff(Collection<Role> roles) {
        return roles.stream().filter(Role::isStaff).toList();
    }
}
