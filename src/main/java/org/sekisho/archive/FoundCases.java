package org.sekisho.archive;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param more whether there are more after these
 */
public record FoundCases(List<ArchivedCase> cases, boolean more) {

    public FoundCases {
        cases = List.copyOf(cases);
    }
}
