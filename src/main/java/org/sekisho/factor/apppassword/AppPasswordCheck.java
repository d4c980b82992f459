package org.sekisho.factor.apppassword;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.UserNames;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freeze;
import org.sekisho.factor.Freezes;
import org.sekisho.security.SourceNetwork;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.sekisho.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells services whether an app password is right. Every try is counted before it is compared; accounts that do not exist cost
 * the same work and get the same answer.
 */
@Component
class AppPasswordCheck {

    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** One client may fail this often on one account before waits begin: programs try several times before they ask. */
    private static final int FREE_TRIES_OF_SOURCE = 9;

    /** All clients together: wide enough that a forgotten one with an old password does not hold the others back. */
    private static final int FREE_TRIES_OF_ACCOUNT = 99;

    /** One client on all accounts. */
    private static final int FREE_TRIES_FROM_SOURCE = 99;

    private final UserNames names;
    private final Accounts accounts;
    private final Factors factors;
    private final Freezes freezes;
    private final JdbcAppPasswords passwords;
    private final Throttle throttle;
    private final SourceNetwork networks;
    private final Vault vault;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final AppPasswordProperties policy;
    private final Clock clock;

    AppPasswordCheck(
            UserNames names,
            Accounts accounts,
            Factors factors,
            Freezes freezes,
            JdbcAppPasswords passwords,
            Throttle throttle,
            SourceNetwork networks,
            Vault vault,
            AuditTrail trail,
            TransactionOperations transaction,
            AppPasswordProperties policy,
            Clock clock) {
        this.names = names;
        this.accounts = accounts;
        this.factors = factors;
        this.freezes = freezes;
        this.passwords = passwords;
        this.throttle = throttle;
        this.networks = networks;
        this.vault = vault;
        this.trail = trail;
        this.transaction = transaction;
        this.policy = policy;
        this.clock = clock;
    }

    /** What a service is told. */
    sealed interface Answer {

        /** It is the one of that name. */
        record Right(CommonId account, String name) implements Answer {}

        /** It is none of the account's, or may not be used now; which, is not told. */
        record Wrong() implements Answer {}

        /** Too many wrong ones before; nothing was compared. */
        record TooMany(Instant until) implements Answer {}
    }

    /**
     * Compares with every app password of an account.
     *
     * @param service who asks
     * @param client the address that the program came from, where the service says so
     */
    Answer check(String service, String username, Secret<String> password, Optional<String> client) {
        Optional<CommonId> commonId = names.read(username);
        String who = commonId.map(CommonId::value).orElseGet(username::strip);
        Optional<String> network = client.map(networks::digest);
        List<Limit> ofAccount = List.of(
                limit("account-and-source", who + '\n' + network.orElse(service), FREE_TRIES_OF_SOURCE),
                limit("account", who, FREE_TRIES_OF_ACCOUNT));
        List<Limit> ofSource = network.stream()
                .map(from -> limit("source", from, FREE_TRIES_FROM_SOURCE))
                .toList();
        Verdict verdict = throttle.take(
                Stream.of(ofAccount, ofSource).flatMap(List::stream).toList());
        if (verdict instanceof Verdict.Wait wait) {
            return new Answer.TooMany(wait.until());
        }
        if (verdict instanceof Verdict.Exhausted) {
            return new Answer.TooMany(clock.instant().plus(LONGEST_WAIT));
        }
        Optional<Account> account = commonId.flatMap(accounts::find);
        AccountId id = account.map(Account::id).orElseGet(() -> new AccountId(UUID.randomUUID()));
        Optional<Freeze> freeze = freezes.of(id);
        List<Factor> candidates = factors.active(id).stream()
                .filter(factor -> factor.kind().equals(AppPasswordFactor.KIND))
                .toList();
        Optional<Factor> found = passwords
                .find(candidates.stream().map(Factor::id).toList(), policy.most(), password)
                .flatMap(right -> candidates.stream()
                        .filter(factor -> factor.id().equals(right))
                        .findFirst());
        Optional<String> refusal = refusal(account, freeze, found);
        if (refusal.isPresent()) {
            record(service, account, found, "factor.app-password-refused", refusal.get());
            return new Answer.Wrong();
        }
        throttle.succeeded(ofAccount);
        throttle.giveBack(ofSource);
        Factor right = found.orElseThrow();
        transaction.executeWithoutResult(status -> {
            factors.used(right.id());
            record(service, account, found, "factor.app-password-used", "accepted");
        });
        return new Answer.Right(account.orElseThrow().commonId(), right.name().orElse(""));
    }

    private static Optional<String> refusal(
            Optional<Account> account, Optional<Freeze> freeze, Optional<Factor> found) {
        if (account.isEmpty() || found.isEmpty()) {
            return Optional.of("wrong");
        }
        if (account.get().state() != AccountState.ACTIVE) {
            return Optional.of("account-not-active");
        }
        boolean aboveSuspicion = freeze.map(Freeze::suspectedSince)
                .map(since -> found.get().activatedAt().orElseThrow().isBefore(since))
                .orElse(true);
        return aboveSuspicion ? Optional.empty() : Optional.of("disputed");
    }

    private void record(
            String service, Optional<Account> account, Optional<Factor> found, String action, String result) {
        trail.record(
                action,
                account.map(known -> known.id().value()),
                Optional.empty(),
                result,
                found.map(factor ->
                                Map.of("service", service, "factor", factor.id().toString()))
                        .orElseGet(() -> Map.of("service", service)));
    }

    /** Equal for known and unknown accounts; the digest keeps user names out of the table of failures. */
    private Limit limit(String kind, String subject, int freeTries) {
        byte[] digest =
                vault.digest(Secret.of(subject.getBytes(StandardCharsets.UTF_8)), "app-password:tries-of-" + kind);
        return new Limit(
                "app-password:" + HexFormat.of().formatHex(digest),
                Integer.MAX_VALUE,
                freeTries,
                FIRST_WAIT,
                LONGEST_WAIT,
                REMEMBERED);
    }
}
