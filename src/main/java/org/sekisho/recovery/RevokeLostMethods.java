package org.sekisho.recovery;

import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.OtherSessions;
import org.sekisho.security.SignInGrants;
import org.springframework.stereotype.Component;

/**
 * The new method is proved: it becomes the default, every older one ends, and whoever else was signed in is not any more: the person has proved
 * the password and a method, and goes on signed in. It happens in
 * the transaction that proves the new one, so that the account is never without either.
 */
@Component
class RevokeLostMethods implements ProcessStep {

    private static final String REASON = "recovered";

    private final Factors factors;
    private final OtherSessions sessions;
    private final CurrentUser user;
    private final SignInGrants grants;

    RevokeLostMethods(Factors factors, OtherSessions sessions, CurrentUser user, SignInGrants grants) {
        this.factors = factors;
        this.sessions = sessions;
        this.user = user;
        this.grants = grants;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(RecoveryVariables.ACCOUNT_ID));
        FactorId proved = new FactorId(context.get(RecoveryVariables.FACTOR_ID));
        factors.bound(account).stream()
                .map(Factor::id)
                .filter(id -> !id.equals(proved))
                .forEach(lost -> factors.revoke(lost, REASON));
        factors.prefer(proved);
        sessions.end(account);
        user.find()
                .filter(person -> person.account().equals(account) && !person.signedIn())
                .ifPresent(person -> grants.grant(account, person.session(), context.caseId(), true));
    }
}
