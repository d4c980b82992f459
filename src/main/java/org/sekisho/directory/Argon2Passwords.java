package org.sekisho.directory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sekisho.audit.AuditTrail;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.sekisho.vault.Vault;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes with Argon2id in a bounded pool, and accepts older hashes once: a right password is hashed anew.
 *
 * <p>Unknown accounts cost the same work, against a hash that fits no password.
 */
@Component
class Argon2Passwords implements Passwords, DisposableBean {

    /** OWASP Password Storage Cheat Sheet: Argon2id with 7 MiB, 5 passes and 1 lane; salt and hash as RFC 9106 §4 has them. */
    private static final int MEMORY_KIB = 7168;

    private static final int PASSES = 5;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Far above the 64 characters that must be allowed (NIST SP 800-63B-4 §3.1.1.2), and small enough to hash for strangers. */
    private static final int LONGEST_PASSWORD = 1024;

    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** One source may fail this often on one account before waits begin: from the fifth failure they grow. */
    private static final int FREE_TRIES_OF_SOURCE = 4;

    /** All sources together on one account, wide enough that one stranger does not hold the person back. */
    private static final int FREE_TRIES_OF_ACCOUNT = 20;

    /** One source on all accounts: many people share the address of a campus. */
    private static final int FREE_TRIES_FROM_SOURCE = 100;

    private static final PasswordEncoder ENCODER = encoder();

    private final JdbcAccounts accounts;
    private final Throttle throttle;
    private final Vault vault;
    private final AuditTrail trail;
    private final Clock clock;
    private final UserNames names;
    private final ThreadPoolExecutor pool;
    private final String hashOfNobody;

    @Autowired
    Argon2Passwords(
            JdbcAccounts accounts,
            Throttle throttle,
            Vault vault,
            AuditTrail trail,
            Clock clock,
            SecureRandom random,
            UserNames names,
            DirectoryProperties properties) {
        this(accounts, throttle, vault, trail, clock, random, names, pool(properties.passwordQueue()));
    }

    Argon2Passwords(
            JdbcAccounts accounts,
            Throttle throttle,
            Vault vault,
            AuditTrail trail,
            Clock clock,
            SecureRandom random,
            UserNames names,
            ThreadPoolExecutor pool) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
        this.names = names;
        this.pool = pool;
        byte[] unknown = new byte[HASH_BYTES];
        random.nextBytes(unknown);
        this.hashOfNobody = ENCODER.encode(HexFormat.of().formatHex(unknown));
    }

    private static ThreadPoolExecutor pool(int queue) {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                processors, processors, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(queue), work -> {
                    Thread thread = new Thread(work, "passwords");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Accepts the ids of Spring Security, but none that stores a password without work. */
    private static PasswordEncoder encoder() {
        Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        argon2,
                        "argon2@SpringSecurity_v5_8",
                        argon2,
                        "bcrypt",
                        new BCryptPasswordEncoder(),
                        "pbkdf2",
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5(),
                        "pbkdf2@SpringSecurity_v5_8",
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    /** Whether a hash has a form that can be compared with. */
    static boolean knows(String hash) {
        int end = hash.indexOf('}');
        if (!hash.startsWith("{") || end < 0) {
            return false;
        }
        String rest = hash.substring(end + 1);
        return switch (hash.substring(1, end)) {
            case "argon2", "argon2@SpringSecurity_v5_8" -> rest.matches("\\$argon2(id|i|d)\\$[A-Za-z0-9+/=,$]+");
            case "bcrypt" -> rest.matches("\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}");
            case "pbkdf2", "pbkdf2@SpringSecurity_v5_8" -> rest.matches("(?:[0-9a-f]{2}){32,}");
            default -> false;
        };
    }

    @Override
    public PasswordVerdict verify(String login, Secret<String> password, String source) {
        Optional<CommonId> commonId = names.read(login);
        String who = commonId.map(CommonId::value).orElseGet(() -> login.strip());
        List<Limit> ofAccount = List.of(
                limit("account-and-source", who + '\n' + source, FREE_TRIES_OF_SOURCE),
                limit("account", who, FREE_TRIES_OF_ACCOUNT));
        List<Limit> ofSource = List.of(limit("source", source, FREE_TRIES_FROM_SOURCE));
        List<Limit> all = List.of(ofAccount.get(0), ofAccount.get(1), ofSource.get(0));
        Verdict verdict = throttle.take(all);
        if (verdict instanceof Verdict.Wait wait) {
            return new PasswordVerdict.TooManyTries(wait.until());
        }
        if (verdict instanceof Verdict.Exhausted) {
            return new PasswordVerdict.TooManyTries(clock.instant().plus(LONGEST_WAIT));
        }
        Optional<JdbcAccounts.Credentials> credentials = commonId.flatMap(accounts::credentials);
        Comparison comparison;
        try {
            comparison = compare(
                    password,
                    credentials.flatMap(JdbcAccounts.Credentials::hash).orElse(hashOfNobody));
        } catch (RejectedExecutionException tooMany) {
            throttle.giveBack(all);
            return new PasswordVerdict.Busy();
        }
        Optional<UUID> subject = credentials.map(known -> known.id().value());
        if (credentials.isEmpty() || !comparison.matches()) {
            trail.record("directory.password-compared", subject, Optional.empty(), "wrong", Map.of());
            return new PasswordVerdict.Wrong();
        }
        AccountState state = credentials.get().state();
        if (state != AccountState.ACTIVE) {
            trail.record(
                    "directory.password-compared",
                    subject,
                    Optional.empty(),
                    "refused",
                    Map.of("state", state.name().toLowerCase(Locale.ROOT)));
            return new PasswordVerdict.Wrong();
        }
        throttle.succeeded(ofAccount);
        throttle.giveBack(ofSource);
        AccountId id = credentials.get().id();
        comparison
                .stronger()
                .ifPresent(stronger ->
                        accounts.upgrade(id, credentials.get().hash().orElseThrow(), stronger));
        return new PasswordVerdict.Right(id);
    }

    @Override
    public String hash(Secret<String> password) {
        return ENCODER.encode(password.reveal());
    }

    private Comparison compare(Secret<String> password, String hash) {
        boolean tooLong = password.reveal().length() > LONGEST_PASSWORD;
        String typed = tooLong ? "" : password.reveal();
        String against = tooLong ? hashOfNobody : hash;
        Future<Comparison> work = pool.submit(() -> {
            boolean matches = ENCODER.matches(typed, against);
            return new Comparison(
                    matches,
                    matches && ENCODER.upgradeEncoding(against)
                            ? Optional.of(ENCODER.encode(typed))
                            : Optional.empty());
        });
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the password could not be compared", e);
        }
    }

    /** Equal for known and unknown accounts; the digest keeps user names out of the table of failures. */
    private Limit limit(String kind, String subject, int freeTries) {
        byte[] digest = vault.digest(Secret.of(subject.getBytes(StandardCharsets.UTF_8)), "directory:tries-of-" + kind);
        return new Limit(
                "password:" + HexFormat.of().formatHex(digest),
                Integer.MAX_VALUE,
                freeTries,
                FIRST_WAIT,
                LONGEST_WAIT,
                REMEMBERED);
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }

    private record Comparison(boolean matches, Optional<String> stronger) {}
}
