package org.sekisho.factor.passkey;

import com.webauthn4j.data.AuthenticationData;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.process.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Accepts an assertion once, and tells the trail why one was refused. Called outside any transaction. */
@Component
class Assertions {

    private final JdbcPasskeys passkeys;
    private final JdbcQuestions questions;
    private final WebAuthn webAuthn;
    private final AuditTrail trail;
    private final TransactionOperations transaction;

    Assertions(
            JdbcPasskeys passkeys,
            JdbcQuestions questions,
            WebAuthn webAuthn,
            AuditTrail trail,
            TransactionOperations transaction) {
        this.passkeys = passkeys;
        this.questions = questions;
        this.webAuthn = webAuthn;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** Of any number of parallel calls with the same answer one at most is right. */
    Check check(Claim claim, AuthenticationData answer) {
        String challenge = WebAuthn.challenge(answer.getCollectedClientData());
        Optional<Question.State> asked = questions.state(claim.ceremony(), challenge);
        if (asked.isEmpty()) {
            return refuse(claim, Refusal.OTHER_QUESTION);
        }
        if (asked.get() != Question.State.OPEN) {
            return asked.get() == Question.State.USED ? Check.USED : Check.VOID;
        }
        Finding<Long> finding = webAuthn.verify(claim.passkey(), answer, claim.userVerified());
        if (finding instanceof Finding.Genuine<Long> genuine) {
            Check accepted = accept(claim, challenge, genuine.value());
            return accepted == Check.WRONG ? refuse(claim, Refusal.COPIED) : accepted;
        }
        return refuse(claim, ((Finding.Refused<Long>) finding).why());
    }

    private Check accept(Claim claim, String challenge, long count) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!questions.use(claim.ceremony(), challenge)) {
                return Check.USED;
            }
            return passkeys.count(claim.passkey().factor(), count) ? Check.RIGHT : Check.WRONG;
        }));
    }

    private Check refuse(Claim claim, Refusal why) {
        refused(Optional.of(claim), why);
        return Check.WRONG;
    }

    /** Tells the trail of an answer that was refused. */
    void refused(Optional<Claim> claim, Refusal why) {
        Optional<UUID> account = claim.map(Claim::account).map(AccountId::value);
        Map<String, String> details = claim.map(
                        known -> Map.of("factor", known.passkey().factor().toString()))
                .orElse(Map.of());
        trail.record(
                why == Refusal.COPIED ? "factor.passkey-copied" : "factor.passkey-refused",
                account,
                claim.flatMap(Claim::caseId).map(CaseId::value),
                why.key(),
                details);
    }

    /**
     * What somebody claims to prove.
     *
     * @param caseId the case that asks for it; empty where the passkey signs in alone
     * @param userVerified whether the device must have asked for a PIN, a finger or a face
     */
    record Claim(
            Ceremony ceremony, Passkey passkey, AccountId account, Optional<CaseId> caseId, boolean userVerified) {}
}
