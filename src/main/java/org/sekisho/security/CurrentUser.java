package org.sekisho.security;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/** Who is behind the request or the UI event that the calling thread works on. */
public interface CurrentUser {

    /** The person, also of a half-way session. */
    Optional<Person> find();

    /**
     * The person, who must be there and signed in.
     *
     * @throws AccessDeniedException where nobody is
     */
    Person get();

    /**
     * The person, who must be there, signed in or half-way.
     *
     * @throws AccessDeniedException where nobody is
     */
    default Person present() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is there"));
    }

    /** Where the request came from, for throttles and the trail; empty outside a request. */
    Optional<Source> source();
}
