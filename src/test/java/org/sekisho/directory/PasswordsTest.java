package org.sekisho.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.shared.Secret;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.throttle.Throttle;
import org.sekisho.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class PasswordsTest {

    private static final String RIGHT = "correct horse battery staple";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Passwords passwords;

    @Autowired
    private DirectoryImport directory;

    @Autowired
    private JdbcAccounts accounts;

    @Autowired
    private Throttle throttle;

    @Autowired
    private UserNames names;

    @Autowired
    private Vault vault;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private SecureRandom random;

    @Autowired
    private MutableClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String source = "source-" + UUID.randomUUID();

    @Test
    void the_right_password_is_right_and_any_other_is_wrong() throws Exception {
        String id = account("active", passwords.hash(Secret.of(RIGHT)));
        assertThat(verify(id, RIGHT)).isEqualTo(right(id));
        assertThat(verify(id, RIGHT + " ")).isEqualTo(new PasswordVerdict.Wrong());
        assertThat(verify(id, "")).isEqualTo(new PasswordVerdict.Wrong());
        assertThat(verify(id, "x".repeat(100_000))).isEqualTo(new PasswordVerdict.Wrong());
    }

    @Test
    void the_user_name_may_be_typed_with_the_domain_and_in_full_width() throws Exception {
        String id = account("active", passwords.hash(Secret.of(RIGHT)));
        assertThat(verify(" " + id + "@Example.AC.jp ", RIGHT)).isEqualTo(right(id));
        assertThat(verify(fullWidth(id), RIGHT)).isEqualTo(right(id));
        assertThat(verify(id + "@example.org", RIGHT)).isEqualTo(new PasswordVerdict.Wrong());
    }

    @Test
    void who_is_unknown_or_has_no_password_gets_the_same_answers_and_waits() throws Exception {
        String known = account("active", passwords.hash(Secret.of(RIGHT)));
        String without = account("active", "");
        for (String login : new String[] {known, without, "9999999999", "no such name"}) {
            for (int n = 1; n <= 5; n++) {
                assertThat(verify(login, "wrong")).isEqualTo(new PasswordVerdict.Wrong());
            }
            assertThat(verify(login, "wrong"))
                    .isEqualTo(new PasswordVerdict.TooManyTries(clock.instant().plusSeconds(5)));
        }
    }

    @Test
    void suspended_and_ended_accounts_get_the_answer_of_a_wrong_password_and_the_trail_says_why() throws Exception {
        for (String state : new String[] {"suspended", "ended"}) {
            String id = account(state, passwords.hash(Secret.of(RIGHT)));
            assertThat(verify(id, RIGHT)).isEqualTo(new PasswordVerdict.Wrong());
            AuditEvent event = trail.about(accountId(id).value(), 1).get(0);
            assertThat(event.result()).isEqualTo("refused");
            assertThat(event.details()).containsEntry("state", state);
        }
    }

    @Test
    void an_older_hash_is_accepted_and_replaced_by_a_stronger_one() throws Exception {
        String id = account("active", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(RIGHT));
        assertThat(verify(id, "wrong")).isEqualTo(new PasswordVerdict.Wrong());
        assertThat(hash(id)).startsWith("{bcrypt}");
        assertThat(verify(id, RIGHT)).isEqualTo(right(id));
        assertThat(hash(id)).startsWith("{argon2}$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(verify(id, RIGHT)).isEqualTo(right(id));
    }

    @Test
    void an_import_does_not_bring_back_an_older_hash_unless_the_password_was_changed() throws Exception {
        String old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(RIGHT);
        String id = account("active", old);
        verify(id, RIGHT);
        take(id, "active", old, "");
        assertThat(hash(id)).startsWith("{argon2}");
        take(id, "active", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("another"), "2026-05-01T00:00:00Z");
        assertThat(verify(id, RIGHT)).isEqualTo(new PasswordVerdict.Wrong());
        assertThat(verify(id, "another")).isEqualTo(right(id));
    }

    @Test
    void waits_hold_back_the_source_that_failed_and_not_the_account() throws Exception {
        String id = account("active", passwords.hash(Secret.of(RIGHT)));
        for (int n = 1; n <= 5; n++) {
            verify(id, "wrong");
        }
        assertThat(verify(id, RIGHT)).isInstanceOf(PasswordVerdict.TooManyTries.class);
        assertThat(passwords.verify(id, Secret.of(RIGHT), source + "-of-the-owner"))
                .isEqualTo(right(id));
        clock.advance(Duration.ofSeconds(5));
        assertThat(verify(id, RIGHT)).isEqualTo(right(id));
        assertThat(verify(id, "wrong")).isEqualTo(new PasswordVerdict.Wrong());
    }

    @Test
    void many_sources_on_one_account_wait_together() throws Exception {
        String id = account("active", passwords.hash(Secret.of(RIGHT)));
        for (int n = 1; n <= 21; n++) {
            assertThat(passwords.verify(id, Secret.of("wrong"), source + n)).isEqualTo(new PasswordVerdict.Wrong());
        }
        assertThat(passwords.verify(id, Secret.of("wrong"), source + 22))
                .isInstanceOf(PasswordVerdict.TooManyTries.class);
    }

    @Test
    void where_too_many_sign_in_at_once_the_rest_are_told_so_and_nothing_counts() throws Exception {
        String id = account("active", passwords.hash(Secret.of(RIGHT)));
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
        Argon2Passwords small = new Argon2Passwords(accounts, throttle, vault, trail, clock, random, names, pool);
        CountDownLatch done = new CountDownLatch(1);
        try {
            for (int n = 1; n <= 2; n++) {
                pool.execute(() -> {
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            for (int n = 1; n <= 10; n++) {
                assertThat(small.verify(id, Secret.of("wrong"), source)).isEqualTo(new PasswordVerdict.Busy());
            }
            done.countDown();
            assertThat(verify(id, RIGHT)).isEqualTo(right(id));
        } finally {
            small.destroy();
        }
    }

    @Test
    void within_a_transaction_no_password_is_compared() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> verify("1234567890", RIGHT)))
                .isInstanceOf(IllegalStateException.class);
    }

    private PasswordVerdict verify(String login, String password) {
        return passwords.verify(login, Secret.of(password), source);
    }

    private PasswordVerdict right(String commonId) {
        return new PasswordVerdict.Right(accountId(commonId));
    }

    private AccountId accountId(String commonId) {
        return accounts.find(new CommonId(commonId)).orElseThrow().id();
    }

    private String hash(String commonId) {
        return accounts.credentials(new CommonId(commonId)).orElseThrow().hash().orElseThrow();
    }

    private String account(String state, String hash) throws Exception {
        String id = "6%09d".formatted(NEXT.incrementAndGet());
        take(id, state, hash, "");
        return id;
    }

    private void take(String id, String state, String hash, String passwordChangedAt) throws Exception {
        String csv = "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,"
                + "password_changed_at,password_hash\n"
                + id + ",N,sci,student,ordinary,false,,," + state + ",en,," + passwordChangedAt + ",\"" + hash + "\"\n";
        assertThat(directory
                        .run(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)))
                        .problems())
                .isEmpty();
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .map(digit -> digit - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
