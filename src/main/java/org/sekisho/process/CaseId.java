package org.sekisho.process;

import java.util.UUID;

/** One case, from its start to its end, through every process it calls. The engine knows it as the business key. */
public record CaseId(UUID value) {

    public static CaseId next() {
        return new CaseId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException where the text is not a case id
     */
    public static CaseId parse(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
