package org.sekisho.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A gate that stops only the accounts a test names. As a sign-in case it opens a real process whose first task is the
 * person's own.
 */
@Component
@Profile("test")
@Order(1)
class TestGate implements SignInGate {

    private final Processes processes;
    private final Map<AccountId, CaseId> opened = new ConcurrentHashMap<>();
    private final Set<AccountId> demanded = ConcurrentHashMap.newKeySet();
    private final Set<AccountId> broken = ConcurrentHashMap.newKeySet();

    TestGate(Processes processes) {
        this.processes = processes;
    }

    void stop(AccountId account) {
        demanded.add(account);
    }

    void breakFor(AccountId account) {
        broken.add(account);
    }

    CaseId opened(AccountId account) {
        return Optional.ofNullable(opened.get(account)).orElseThrow();
    }

    @Override
    public Optional<CaseId> open(SignInAttempt attempt) {
        if (broken.contains(attempt.account())) {
            throw new IllegalStateException("the gate is broken");
        }
        if (!demanded.contains(attempt.account())) {
            return Optional.empty();
        }
        CaseId caseId = CaseId.next();
        processes.start(
                new ProcessKey("contact-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), attempt.account().value()));
        opened.put(attempt.account(), caseId);
        return Optional.of(caseId);
    }
}
