package org.sekisho.factor;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * A method of an account.
 *
 * @param kind the {@link FactorType#kind}
 * @param name what the person calls it; empty for the kind's own name
 * @param preferred whether it is the default at sign-in
 * @param boundIn the case in which it was set up
 */
public record Factor(
        FactorId id,
        AccountId account,
        String kind,
        Optional<String> name,
        State state,
        boolean preferred,
        CaseId boundIn,
        Instant createdAt,
        Optional<Instant> activatedAt,
        Optional<Instant> lastUsedAt) {

    /** The life of a method (NIST SP 800-63B-4 §4). */
    public enum State {
        /** Being set up: not yet proved. */
        PENDING,
        ACTIVE,
        /** Lost for now, as its person says (§4.3): proves nothing and is sent nothing until they take it up again. */
        SUSPENDED,
        /** Too many failures (§3.2.2): must be bound again. */
        DISABLED,
        REVOKED
    }
}
