package org.sekisho.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * Everything that speaks for the people of cases. Each addition and each judgement is an event of the trail. Whether a caller may
 * add or judge is the caller's to know; that nobody makes sure of themselves is kept here.
 */
public interface Evidence {

    /**
     * Adds a piece. What was added before under the same kind and occasion stays as it is.
     *
     * @param checkedBy who has made sure of it; empty where the product itself has
     * @param occasion what makes it different from others of its kind in the case, such as the id of who vouches: opaque, at most
     *     60 characters
     * @return the piece, as it stands now
     * @throws IllegalArgumentException where the kind needs a person and there is none, where there must not be one yet, or where
     *     it is the person themselves
     */
    EvidenceItem add(
            CaseId caseId, AccountId account, EvidenceKind kind, Optional<AccountId> checkedBy, String occasion);

    /** All of a case, oldest first, whatever is held of it. */
    List<EvidenceItem> of(CaseId caseId);

    Optional<EvidenceItem> find(UUID id);

    /**
     * Somebody has looked at what waits for it and is content.
     *
     * @return whether it counts now: what was rejected once stays so
     * @throws IllegalArgumentException where the checker is the person themselves, or nothing has that id
     */
    boolean accept(UUID id, AccountId checker);

    /**
     * Somebody does not believe it. What another had accepted counts no more.
     *
     * @throws IllegalArgumentException where the checker is the person themselves, or nothing has that id
     */
    void reject(UUID id, AccountId checker);
}
