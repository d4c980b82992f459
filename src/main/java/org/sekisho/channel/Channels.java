package org.sekisho.channel;

import java.util.Set;

/** The ways to reach a person that this installation has. */
public interface Channels {

    /** The names of all channels; a message to any other fails. */
    Set<String> names();

    default boolean offers(String name) {
        return names().contains(name);
    }
}
