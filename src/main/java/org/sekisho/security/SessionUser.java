package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The person in the security context of the thread. */
@Component
class SessionUser implements CurrentUser {

    private final SourceNetwork network;
    private final BrowserCookie browser;

    SessionUser(SourceNetwork network, BrowserCookie browser) {
        this.network = network;
        this.browser = browser;
    }

    @Override
    public Optional<Person> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }

    @Override
    public Person get() {
        return find().filter(Person::signedIn).orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    @Override
    public Optional<Source> source() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        if (!(attributes instanceof ServletRequestAttributes servlet)) {
            return Optional.empty();
        }
        HttpServletRequest request = servlet.getRequest();
        return Optional.of(new Source(
                network.digest(request.getRemoteAddr()),
                find().flatMap(person -> browser.digest(request, person.account()))));
    }
}
