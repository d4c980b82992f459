package org.sekisho.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a module keeps of its cases in tables of its own, and never in a process: what spoke for a person, why somebody decided as
 * they did, what staff told each other. Each bean of this type is asked about every case that somebody who audits opens.
 */
public interface CaseStatements {

    /** In the order of time. */
    List<Statement> of(CaseId caseId);

    /** Their time is over and nobody will ask again: what was said in them goes as well. Joins the transaction of the caller. */
    void forget(Collection<CaseId> cases);

    /** What sort of thing was said. */
    enum Sort {
        /** Something that speaks for the person of the case, or against. */
        EVIDENCE,
        /** Why somebody wanted or decided something. */
        REASON,
        /** What staff told each other. */
        NOTE
    }

    /**
     * One thing that was said.
     *
     * @param what the key of the text that names it
     * @param result what came of it, in kebab case as in the trail; empty where nothing has
     * @param by who said it; empty for the product itself
     * @param words what they said, in their own words
     */
    record Statement(
            Sort sort, Instant at, String what, Optional<String> result, Optional<UUID> by, Optional<String> words) {}
}
