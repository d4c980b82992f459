package org.sekisho.factor.recoverycodes;

import java.util.List;
import java.util.UUID;
import org.sekisho.shared.Secret;

/**
 * The codes that are shown together, and kept by nobody but the person.
 *
 * @param id tells this set from one that is shown later in its place
 */
public record CodeSet(UUID id, List<Secret<String>> codes) {

    public CodeSet {
        codes = List.copyOf(codes);
    }
}
