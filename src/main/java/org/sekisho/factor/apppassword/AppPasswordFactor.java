package org.sekisho.factor.apppassword;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorEnded;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Traits;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A password for one program that cannot ask for a second factor. It proves nothing at sign-in. */
@Component
@Order(90)
class AppPasswordFactor implements FactorType {

    static final String KIND = "apppassword";
    static final ProcessKey SETUP = new ProcessKey("factor-apppassword-setup");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,32}");

    private final JdbcAppPasswords passwords;
    private final AppPasswordProperties policy;

    AppPasswordFactor(JdbcAppPasswords passwords, AppPasswordProperties policy) {
        this.passwords = passwords;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Traits traits() {
        return new Traits(false, false, false, false, false);
    }

    @Override
    public ProcessKey setupProcess() {
        return SETUP;
    }

    @Override
    public Duration bindingExpiresAfter() {
        return policy.bindingExpiresAfter();
    }

    @Override
    public boolean mayAdd(List<Factor> present) {
        return policy.enabled()
                && present.stream().filter(factor -> factor.kind().equals(KIND)).count() < policy.most();
    }

    @Override
    public Optional<String> nameProblem(String name, List<Factor> others) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("factor.apppassword.name.form");
        }
        boolean taken = others.stream()
                .filter(factor -> factor.kind().equals(KIND))
                .map(Factor::name)
                .flatMap(Optional::stream)
                .anyMatch(name::equalsIgnoreCase);
        return taken ? Optional.of("factor.apppassword.name.taken") : Optional.empty();
    }

    /** Nothing is right at sign-in; services ask {@link AppPasswordCheck}. */
    @Override
    public Check check(Challenge challenge, Secret<String> entered) {
        return Check.WRONG;
    }

    @EventListener
    void on(FactorEnded ended) {
        if (ended.kind().equals(KIND)) {
            passwords.destroy(ended.factor());
        }
    }
}
