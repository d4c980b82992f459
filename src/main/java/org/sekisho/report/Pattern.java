package org.sekisho.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * Something unusual: a question, not an answer.
 *
 * @param about who or what stands out: the id of a person, or a digest of a network or a number
 * @param cases in which it was seen
 */
public record Pattern(UUID id, Kind kind, String about, LocalDate day, Instant foundAt, List<CaseId> cases) {

    public Pattern {
        cases = List.copyOf(cases);
    }

    /** What is unusual. */
    public enum Kind {
        AGENT,
        NETWORK,
        NUMBER,
        OUT_OF_HOURS,
        FROZEN_AFTER;

        /** As it stands in the table, the trail and the keys of texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isOfPerson() {
            return this != NETWORK && this != NUMBER;
        }
    }

    /** The person who stands out, where it is one. */
    public Optional<AccountId> person() {
        return kind.isOfPerson() ? Optional.of(new AccountId(UUID.fromString(about))) : Optional.empty();
    }
}
