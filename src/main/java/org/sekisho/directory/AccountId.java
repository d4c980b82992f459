package org.sekisho.directory;

import java.util.UUID;

/** An account, by an opaque id that says nothing about its person. */
public record AccountId(UUID value) {

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException where the text is not an account id
     */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
