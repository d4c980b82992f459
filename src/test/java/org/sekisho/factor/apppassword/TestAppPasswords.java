package org.sekisho.factor.apppassword;

import java.security.SecureRandom;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** App passwords that are there without having been set up. */
@Component
@Profile("test")
public class TestAppPasswords {

    private final Factors factors;
    private final JdbcAppPasswords passwords;
    private final SecureRandom random;
    private final TransactionOperations transaction;

    TestAppPasswords(
            Factors factors, JdbcAppPasswords passwords, SecureRandom random, TransactionOperations transaction) {
        this.factors = factors;
        this.passwords = passwords;
        this.random = random;
        this.transaction = transaction;
    }

    /**
     * An app password and its method.
     *
     * @param factor the method
     * @param password what the program knows
     */
    public record Made(FactorId factor, Secret<String> password) {}

    public Made make(AccountId account, String name) {
        return transaction.execute(status -> {
            FactorId factor = FactorId.next();
            ShownPassword shown = new ShownPassword(UUID.randomUUID(), name, AppPassword.random(random));
            factors.begin(factor, account, AppPasswordFactor.KIND, CaseId.next());
            factors.rename(factor, name);
            passwords.replace(factor, shown);
            factors.activate(factor);
            return new Made(factor, shown.password());
        });
    }
}
