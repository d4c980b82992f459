package org.sekisho.accesspass;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SessionKey;
import org.sekisho.shared.GroupedCode;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Temporary access passes: one at a time for each account, made for one case, redeemed once. A pass has 60 random bits, more than
 * the 40 that NIST SP 800-63B-4 §4.1.2.2 asks of a binding code with an identifier, and is stored as a keyed digest.
 */
@Component
public class AccessPasses {

    private static final int GROUPS = 3;

    private final JdbcAccessPasses passes;
    private final Throttle throttle;
    private final FreshFactor fresh;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final SecureRandom random;
    private final AccessPassProperties policy;
    private final Clock clock;

    AccessPasses(
            JdbcAccessPasses passes,
            Throttle throttle,
            FreshFactor fresh,
            AuditTrail audit,
            TransactionOperations transaction,
            SecureRandom random,
            AccessPassProperties policy,
            Clock clock) {
        this.passes = passes;
        this.throttle = throttle;
        this.fresh = fresh;
        this.audit = audit;
        this.transaction = transaction;
        this.random = random;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Makes a pass; one made before for the account is void. Joins the transaction of the caller.
     *
     * @return empty where the case has been given as many as it may have
     */
    @Transactional
    public Optional<AccessPass> issue(AccountId account, CaseId caseId) {
        int issued = passes.issues(caseId);
        if (issued >= policy.mostIssues()) {
            record("accesspass.pass-refused", account, caseId, "too-many");
            return Optional.empty();
        }
        Instant now = clock.instant();
        AccessPass pass = new AccessPass(GroupedCode.random(random, GROUPS), now.plus(policy.life()));
        passes.replace(account, caseId, pass, issued + 1, now);
        record("accesspass.pass-issued", account, caseId, "issued");
        return Optional.of(pass);
    }

    /** How many more passes the case may be given. */
    public int issuesLeft(CaseId caseId) {
        return Math.max(0, policy.mostIssues() - passes.issues(caseId));
    }

    /**
     * Compares what was entered and redeems the pass. The try is counted beforehand. Called outside any transaction.
     *
     * @param then what commits together with the redemption
     */
    public Redemption redeem(
            AccountId account, CaseId caseId, SessionKey session, Secret<String> entered, Runnable then) {
        List<Limit> limits = List.of(Limit.hard("access-pass:" + caseId, policy.mostTries()));
        if (!(throttle.take(limits) instanceof Verdict.Allowed allowed)) {
            return new Redemption.Exhausted();
        }
        if (!passes.matches(account, caseId, entered)) {
            record("accesspass.pass-refused", account, caseId, "wrong");
            return new Redemption.Wrong(allowed.triesLeft());
        }
        throttle.succeeded(limits);
        Boolean taken = transaction.execute(status -> {
            if (!passes.take(account, caseId, session, clock.instant())) {
                return false;
            }
            record("accesspass.pass-redeemed", account, caseId, "redeemed");
            fresh.proved(account, session);
            then.run();
            return true;
        });
        if (Boolean.TRUE.equals(taken)) {
            return new Redemption.Right();
        }
        return passes.isUsed(caseId) ? new Redemption.Used() : new Redemption.Expired();
    }

    /**
     * Whether the session has redeemed the pass of the case and may still set up a method. Counts as a fresh proof each time,
     * since the pass stands in for the methods that its person cannot prove.
     */
    @Transactional
    public boolean opens(AccountId account, CaseId caseId, SessionKey session) {
        boolean redeemed = passes.isRedeemedBy(caseId, session, clock.instant().minus(policy.life()));
        if (redeemed) {
            fresh.proved(account, session);
        }
        return redeemed;
    }

    /** Voids the pass of a case that is over. Joins the transaction of the caller. */
    @Transactional
    public void end(CaseId caseId) {
        passes.end(caseId);
        throttle.forget("access-pass:" + caseId);
    }

    private void record(String action, AccountId account, CaseId caseId, String result) {
        audit.record(action, Optional.of(account.value()), Optional.of(caseId.value()), result, Map.of());
    }
}
