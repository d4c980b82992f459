package org.sekisho.process;

import java.time.Instant;
import java.util.List;

/** The engine's own log of user operations, while it is kept. */
public interface UserOperations {

    /** How many entries the log has from one moment on and before another. */
    long entries(Instant from, Instant until);

    /** What was done from one moment on and before another, oldest first; without the cases. */
    List<UserOperation> between(Instant from, Instant until);

    /** What was done under one {@link UserOperation#id}, with the cases where the engine still knows them. */
    List<UserOperation> of(String id);
}
