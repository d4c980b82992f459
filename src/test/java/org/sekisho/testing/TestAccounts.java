package org.sekisho.testing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Passwords;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes accounts for tests, straight in the directory's table. Each has a common id and a unit of its own where the test
 * names none, so that tests which share a database do not see each other's.
 */
public final class TestAccounts {

    /** The password of every account made here. */
    public static final String PASSWORD = "a password for tests";

    /** Common ids of tests begin with 7; nothing else uses those. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private Optional<String> hash = Optional.empty();

    TestAccounts(JdbcClient jdbc, Accounts accounts, Passwords passwords) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        // a database that an earlier node has left holds some already
        jdbc.sql("SELECT max(common_id) FROM account WHERE common_id LIKE '7%'")
                .query(String.class)
                .optional()
                .ifPresent(last -> NEXT.accumulateAndGet(Integer.parseInt(last.substring(1)), Math::max));
    }

    /** A student in good standing who reads English. */
    public Account student() {
        return create(account -> {});
    }

    /** An account as the test wants it: {@code create(account -> account.affiliation(GUEST).unit("sci"))}. */
    public Account create(Consumer<Traits> wanted) {
        int number = NEXT.incrementAndGet();
        Traits traits = new Traits(number);
        wanted.accept(traits);
        AccountId id = new AccountId(UUID.randomUUID());
        jdbc.sql("""
                        INSERT INTO account (id, common_id, name, unit, affiliation, account_rank, shared, manager_id, state,
                                             language, language_chosen, password_hash)
                        VALUES (:id, :commonId, :name, :unit, :affiliation, :rank, :shared, :manager, :state,
                                :language, false, :hash)
                        """)
                .param("id", id.value())
                .param("commonId", "7%09d".formatted(number))
                .param("name", traits.name)
                .param("unit", traits.unit)
                .param("affiliation", key(traits.affiliation))
                .param("rank", key(traits.rank))
                .param("shared", traits.shared)
                .param("manager", traits.manager.map(AccountId::value).orElse(null))
                .param("state", key(traits.state))
                .param("language", traits.language.tag())
                .param("hash", hash())
                .update();
        int place = 0;
        for (String address : traits.addresses) {
            jdbc.sql("INSERT INTO account_address (account_id, place, address) VALUES (:id, :place, :address)")
                    .param("id", id.value())
                    .param("place", place++)
                    .param("address", address)
                    .update();
        }
        traits.roles.forEach(
                role -> jdbc.sql("INSERT INTO account_role (account_id, role, invited) VALUES (:id, :role, false)")
                        .param("id", id.value())
                        .param("role", role.key())
                        .update());
        return accounts.get(id);
    }

    /** Hashing is slow on purpose: once is enough. */
    private synchronized String hash() {
        if (hash.isEmpty()) {
            hash = Optional.of(passwords.hash(Secret.of(PASSWORD)));
        }
        return hash.orElseThrow();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What a test may say about an account. */
    public static final class Traits {

        private String name;
        private String unit;
        private Affiliation affiliation = Affiliation.STUDENT;
        private Rank rank = Rank.ORDINARY;
        private boolean shared;
        private Optional<AccountId> manager = Optional.empty();
        private AccountState state = AccountState.ACTIVE;
        private Language language = Language.EN;
        private final Set<String> addresses = new HashSet<>();
        private final Set<Role> roles = new HashSet<>();

        private Traits(int number) {
            this.name = "Person " + number;
            this.unit = "unit-" + number;
        }

        public Traits name(String value) {
            name = value;
            return this;
        }

        public Traits unit(String value) {
            unit = value;
            return this;
        }

        public Traits affiliation(Affiliation value) {
            affiliation = value;
            return this;
        }

        public Traits rank(Rank value) {
            rank = value;
            return this;
        }

        public Traits shared() {
            shared = true;
            return this;
        }

        public Traits manager(AccountId value) {
            manager = Optional.of(value);
            return this;
        }

        public Traits state(AccountState value) {
            state = value;
            return this;
        }

        public Traits language(Language value) {
            language = value;
            return this;
        }

        /** An address that the organisation itself keeps for the person. */
        public Traits address(String value) {
            addresses.add(value);
            return this;
        }

        public Traits roles(Role... values) {
            roles.addAll(Set.of(values));
            return this;
        }
    }
}
