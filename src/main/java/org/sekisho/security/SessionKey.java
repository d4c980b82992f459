package org.sekisho.security;

import java.util.UUID;

/** One signed-in session of one browser, from the password to the sign-out; survives the change of the HTTP session id. */
public record SessionKey(UUID value) {

    @Override
    public String toString() {
        return "***";
    }
}
