package org.sekisho.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Numbers of events. Each call is one statement, however many events there are. */
public interface TrailFigures {

    /** How often people have done each of some things from one moment on and before another, by how it ended. */
    List<ByActor> byActor(Collection<String> actions, Instant from, Instant until);

    /** The events of some actions from one moment on and before another, oldest first; of more than so many, the newest. */
    List<Fact> facts(Collection<String> actions, Instant from, Instant until, int most);

    /** How often somebody has done something with that result. */
    record ByActor(UUID actor, String action, String result, long events) {}
}
