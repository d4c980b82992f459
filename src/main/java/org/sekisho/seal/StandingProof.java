package org.sekisho.seal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Something of a case that is kept and that an event of the trail proves: the event stays for as long, however old it is. */
public interface StandingProof {

    /** The action of such events. */
    String action();

    /** Of which of the cases it is still kept. */
    Set<UUID> kept(Collection<UUID> cases);
}
