package org.sekisho.factor.passkey;

import java.util.List;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys in the hands of tests. */
@Component
@Profile("test")
public class TestPasskeys {

    private final Factors factors;
    private final JdbcPasskeys passkeys;
    private final JdbcQuestions questions;
    private final CeremonyOptions options;
    private final WebAuthn webAuthn;
    private final Accounts accounts;

    TestPasskeys(
            Factors factors,
            JdbcPasskeys passkeys,
            JdbcQuestions questions,
            CeremonyOptions options,
            WebAuthn webAuthn,
            Accounts accounts) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.questions = questions;
        this.options = options;
        this.webAuthn = webAuthn;
        this.accounts = accounts;
    }

    /** Makes what the device holds a method of the account. */
    @Transactional
    public FactorId enroll(AccountId account, TestDevice device) {
        FactorId factor = FactorId.next();
        factors.begin(factor, account, PasskeyFactor.KIND, CaseId.next());
        String asked = options.create(questions.ask(Ceremony.setup(factor)), accounts.get(account), List.of());
        Finding<Passkey> finding = webAuthn.verifyNew(
                factor, webAuthn.readNew(device.creates(asked)).orElseThrow());
        passkeys.add(((Finding.Genuine<Passkey>) finding).value());
        factors.activate(factor);
        return factor;
    }
}
