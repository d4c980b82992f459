package org.sekisho.security;

import java.util.Optional;

/** Asked after each sign-in, in the order of {@code @Order}: where should this person go before anything else? */
public interface Landing {

    /** A route such as {@code tasks/<id>}, or empty where this has no wish. */
    Optional<String> after(Person person);
}
