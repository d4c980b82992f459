package org.sekisho.security;

import java.util.Optional;

/** Who is behind the request or the UI event that the calling thread works on. */
public interface CurrentUser {

    /** The person, also of a half-way session. */
    Optional<Person> find();

    /**
     * The person, who must be there and signed in.
     *
     * @throws org.springframework.security.access.AccessDeniedException where nobody is
     */
    Person get();

    /** Where the request came from, for throttles and the trail; empty outside a request. */
    Optional<Source> source();
}
