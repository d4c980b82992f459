package org.sekisho.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** In which cases people have acted, as the trail has it. */
public interface CasesOfActors {

    /**
     * The cases in which somebody of them has done more than read, those in which they did so last in front.
     *
     * @param most how many are wanted at most
     */
    List<UUID> of(Collection<UUID> actors, int most);
}
