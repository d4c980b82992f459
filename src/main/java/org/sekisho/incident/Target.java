package org.sekisho.incident;

import java.util.Locale;

/**
 * What is down.
 *
 * @param name of a channel, such as {@code sms}, or of a kind of method, such as {@code totp}
 */
public record Target(Scope scope, String name) {

    /** What kind of thing it is. */
    public enum Scope {
        /** A way to reach people: all methods and contacts that are reached by it. */
        CARRIER,
        /** A kind of method. */
        METHOD
    }

    /** The key of the text that says what it is. */
    public String label() {
        return (scope == Scope.CARRIER ? "channel." : "factor.") + name + ".name";
    }

    /** As the trail has it: {@code carrier:sms}. */
    @Override
    public String toString() {
        return scope.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
