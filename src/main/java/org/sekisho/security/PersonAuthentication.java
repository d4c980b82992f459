package org.sekisho.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The person of a session, as Spring Security carries them. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Person person;

    PersonAuthentication(Person person) {
        super(Access.of(person).stream()
                .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
                .toList());
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    /** None: a password is compared and forgotten. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return person.account().toString();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
