package org.sekisho.helpdesk;

import java.time.Instant;
import org.sekisho.directory.AccountId;

/** What one of the staff has written down about a case. */
public record CaseNote(AccountId author, Instant at, String text) {

    /** Who may see it is asked before; what it says is in nobody's log. */
    @Override
    public String toString() {
        return "note of " + at;
    }
}
