package org.sekisho.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts in the built-in table. */
@Component
class JdbcAccounts implements Accounts {

    /** Ids asked for in one statement; databases limit the number of its parameters. */
    private static final int IDS_AT_ONCE = 500;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private static final String SELECT = """
            select a.id, a.common_id, a.name, a.unit, a.affiliation, a.account_rank, a.shared, a.manager_id, a.state,
                   a.language, a.language_chosen, a.password_changed_at, a.password_hash, m.common_id as manager_common_id
              from account a left join account m on m.id = a.manager_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Account get(AccountId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no account " + id));
    }

    @Override
    public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
        Map<AccountId, Account> found = new LinkedHashMap<>();
        List<UUID> asked = ids.stream().map(AccountId::value).distinct().toList();
        for (int from = 0; from < asked.size(); from += IDS_AT_ONCE) {
            List<UUID> some = asked.subList(from, Math.min(asked.size(), from + IDS_AT_ONCE));
            complete(jdbc.sql(SELECT + " where a.id in (:ids)")
                            .param("ids", some)
                            .query((row, number) -> row(row))
                            .list())
                    .forEach(stored -> found.put(stored.account().id(), stored.account()));
        }
        return found;
    }

    @Override
    public Optional<Account> find(CommonId commonId) {
        return Optional.ofNullable(findStored(List.of(commonId)).get(commonId)).map(Stored::account);
    }

    @Override
    public List<Account> approversOf(String unit) {
        return holding(Role.APPROVER, "and a.unit = :unit order by a.common_id", Map.of("unit", unit));
    }

    @Override
    public List<Account> with(Role role) {
        return holding(role, "order by a.name, a.common_id", Map.of());
    }

    private List<Account> holding(Role role, String rest, Map<String, ?> parameters) {
        return complete(jdbc.sql(SELECT + """
                                 join account_role r on r.account_id = a.id and r.role = :role
                                where a.state = 'active'
                                """ + rest)
                        .param("role", role.key())
                        .params(parameters)
                        .query((row, number) -> row(row))
                        .list())
                .stream()
                .map(Stored::account)
                .toList();
    }

    @Override
    public List<AccountId> search(String text, int most) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String literal = wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return jdbc.sql("select id from account where "
                        + (DIGITS.matcher(wanted).matches() ? "common_id like :begins" : "lower(name) like :contains")
                        + " escape '!' order by common_id limit :most")
                .params(
                        DIGITS.matcher(wanted).matches()
                                ? Map.of("begins", literal + "%", "most", most)
                                : Map.of("contains", "%" + literal + "%", "most", most))
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public void choose(AccountId id, Language language) {
        jdbc.sql("update account set language = :language, language_chosen = true where id = :id")
                .param("language", language.tag())
                .param("id", id.value())
                .update();
    }

    /** What is stored of the accounts among the common ids that exist. */
    Map<CommonId, Stored> findStored(Collection<CommonId> commonIds) {
        Map<CommonId, Stored> found = new HashMap<>();
        List<String> asked = commonIds.stream().map(CommonId::value).distinct().toList();
        for (int from = 0; from < asked.size(); from += IDS_AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + IDS_AT_ONCE));
            complete(jdbc.sql(SELECT + " where a.common_id in (:ids)")
                            .param("ids", some)
                            .query((row, number) -> row(row))
                            .list())
                    .forEach(stored -> found.put(stored.account().commonId(), stored));
        }
        return found;
    }

    Optional<Credentials> credentials(CommonId commonId) {
        return jdbc.sql("select id, state, password_hash from account where common_id = :commonId")
                .param("commonId", commonId.value())
                .query((row, number) -> new Credentials(
                        new AccountId(row.getObject("id", UUID.class)),
                        state(row.getString("state")),
                        Optional.ofNullable(row.getString("password_hash"))))
                .optional();
    }

    /** Replaces a hash by a stronger one of the same password; does nothing where it has changed meanwhile. */
    void upgrade(AccountId id, String hash, String stronger) {
        jdbc.sql("update account set password_hash = :stronger where id = :id and password_hash = :hash")
                .param("stronger", stronger)
                .param("id", id.value())
                .param("hash", hash)
                .update();
    }

    /** Adds an account without its manager, who may not be there yet. */
    void add(AccountId id, DirectoryRow row) {
        parameters(
                        jdbc.sql("""
                                insert into account (id, common_id, name, unit, affiliation, account_rank, shared, state, language,
                                                     language_chosen, password_changed_at, password_hash)
                                values (:id, :commonId, :name, :unit, :affiliation, :rank, :shared, :state, :language,
                                        false, :passwordChangedAt, :passwordHash)
                                """)
                                .param("commonId", row.commonId().value())
                                .param("language", row.language().tag())
                                .param("passwordHash", row.passwordHash().orElse(null)),
                        id,
                        row)
                .update();
        storeAddresses(id, row.addresses());
        storeRoles(id, row.roles());
    }

    /** Changes an account to what the row says, but for its manager. */
    void change(Stored stored, DirectoryRow row) {
        AccountId id = stored.account().id();
        parameters(jdbc.sql("""
                                update account set name = :name, unit = :unit, affiliation = :affiliation, account_rank = :rank,
                                                   shared = :shared, state = :state, password_changed_at = :passwordChangedAt
                                 where id = :id
                                """), id, row).update();
        jdbc.sql("update account set language = :language where id = :id and language_chosen = false")
                .param("language", row.language().tag())
                .param("id", id.value())
                .update();
        if (stored.takesPasswordOf(row)) {
            jdbc.sql("update account set password_hash = :hash where id = :id")
                    .param("hash", row.passwordHash().orElseThrow())
                    .param("id", id.value())
                    .update();
        }
        if (!stored.account().addresses().equals(row.addresses())) {
            jdbc.sql("delete from account_address where account_id = :id")
                    .param("id", id.value())
                    .update();
            storeAddresses(id, row.addresses());
            rememberFormer(id, stored.account().addresses(), row.addresses());
        }
        if (!stored.hasRolesOf(row)) {
            jdbc.sql("delete from account_role where account_id = :id and invited = false")
                    .param("id", id.value())
                    .update();
            storeRoles(
                    id,
                    row.roles().stream()
                            .filter(role -> !stored.invitedRoles().contains(role))
                            .collect(Collectors.toSet()));
        }
    }

    private static JdbcClient.StatementSpec parameters(
            JdbcClient.StatementSpec statement, AccountId id, DirectoryRow row) {
        return statement
                .param("id", id.value())
                .param("name", row.name())
                .param("unit", row.unit())
                .param("affiliation", key(row.affiliation()))
                .param("rank", key(row.rank()))
                .param("shared", row.shared())
                .param("state", key(row.state()))
                .param(
                        "passwordChangedAt",
                        row.passwordChangedAt()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null));
    }

    /** Sets who manages the account; nobody where the manager is empty. */
    void storeManager(CommonId commonId, Optional<CommonId> manager) {
        jdbc.sql("""
                        update account set manager_id = (select m.id from account m where m.common_id = :manager)
                         where common_id = :commonId
                        """)
                .param("manager", manager.map(CommonId::value).orElse(""))
                .param("commonId", commonId.value())
                .update();
    }

    /** Gives a role that imports do not take back. */
    void invite(AccountId id, Role role) {
        int known = jdbc.sql("update account_role set invited = true where account_id = :id and role = :role")
                .param("id", id.value())
                .param("role", role.key())
                .update();
        if (known == 0) {
            insertRole(id, role, true);
        }
    }

    private void storeAddresses(AccountId id, List<EmailAddress> addresses) {
        for (int place = 0; place < addresses.size(); place++) {
            jdbc.sql("insert into account_address (account_id, place, address) values (:id, :place, :address)")
                    .param("id", id.value())
                    .param("place", place)
                    .param("address", addresses.get(place).value())
                    .update();
        }
    }

    private void rememberFormer(AccountId id, List<EmailAddress> before, List<EmailAddress> now) {
        Stream.concat(before.stream(), now.stream()).distinct().forEach(address -> jdbc.sql(
                        "delete from account_former_address where account_id = :id and address = :address")
                .param("id", id.value())
                .param("address", address.value())
                .update());
        before.stream().distinct().filter(address -> !now.contains(address)).forEach(address -> jdbc.sql(
                        "insert into account_former_address (account_id, address, removed_at)"
                                + " values (:id, :address, :now)")
                .param("id", id.value())
                .param("address", address.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    @Override
    public List<EmailAddress> formerAddresses(AccountId id, Instant since) {
        return jdbc.sql("select address from account_former_address where account_id = :id and removed_at >= :since"
                        + " order by removed_at, address")
                .param("id", id.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> EmailAddress.of(row.getString("address")))
                .list();
    }

    private void storeRoles(AccountId id, Set<Role> roles) {
        roles.forEach(role -> insertRole(id, role, false));
    }

    private void insertRole(AccountId id, Role role, boolean invited) {
        jdbc.sql("insert into account_role (account_id, role, invited) values (:id, :role, :invited)")
                .param("id", id.value())
                .param("role", role.key())
                .param("invited", invited)
                .update();
    }

    /** Adds roles and addresses, each in one query for all. */
    private List<Stored> complete(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(Row::id).toList();
        Map<UUID, List<EmailAddress>> addresses = new HashMap<>();
        jdbc.sql("select account_id, address from account_address where account_id in (:ids) order by place")
                .param("ids", ids)
                .query(row -> {
                    addresses
                            .computeIfAbsent(row.getObject("account_id", UUID.class), id -> new ArrayList<>())
                            .add(EmailAddress.of(row.getString("address")));
                });
        Map<UUID, Set<Role>> imported = new HashMap<>();
        Map<UUID, Set<Role>> invited = new HashMap<>();
        jdbc.sql("select account_id, role, invited from account_role where account_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    (row.getBoolean("invited") ? invited : imported)
                            .computeIfAbsent(row.getObject("account_id", UUID.class), id -> new HashSet<>())
                            .add(Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
                });
        return rows.stream()
                .map(row -> row.with(
                        addresses.getOrDefault(row.id(), List.of()),
                        imported.getOrDefault(row.id(), Set.of()),
                        invited.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new CommonId(row.getString("common_id")),
                row.getString("name"),
                row.getString("unit"),
                Affiliation.valueOf(row.getString("affiliation").toUpperCase(Locale.ROOT)),
                Rank.valueOf(row.getString("account_rank").toUpperCase(Locale.ROOT)),
                row.getBoolean("shared"),
                Optional.ofNullable(row.getObject("manager_id", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getString("manager_common_id")).map(CommonId::new),
                state(row.getString("state")),
                Language.of(Locale.forLanguageTag(row.getString("language"))),
                row.getBoolean("language_chosen"),
                instant(row.getObject("password_changed_at", OffsetDateTime.class)),
                row.getString("password_hash") != null);
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static AccountState state(String key) {
        return AccountState.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What signing in with a password needs. */
    record Credentials(AccountId id, AccountState state, Optional<String> hash) {

        @Override
        public String toString() {
            return "credentials of " + id;
        }
    }

    /** An account with what the directory alone cares for. */
    record Stored(
            Account account,
            Optional<CommonId> manager,
            Set<Role> importedRoles,
            Set<Role> invitedRoles,
            boolean languageChosen,
            boolean hasPassword) {

        /** Whether a row would change anything. */
        boolean differsFrom(DirectoryRow row) {
            return !(account.name().equals(row.name())
                            && account.unit().equals(row.unit())
                            && account.affiliation() == row.affiliation()
                            && account.rank() == row.rank()
                            && account.shared() == row.shared()
                            && manager.equals(row.manager())
                            && hasRolesOf(row)
                            && account.state() == row.state()
                            && (languageChosen || account.language() == row.language())
                            && account.addresses().equals(row.addresses())
                            && account.passwordChangedAt().equals(row.passwordChangedAt()))
                    || takesPasswordOf(row);
        }

        /** Whether one of the staff loses a role, a unit, a rank or their good standing. */
        boolean isLessenedBy(DirectoryRow row) {
            if (account.roles().stream().noneMatch(Role::isStaff) || account.state() != AccountState.ACTIVE) {
                return false;
            }
            Set<Role> left = EnumSet.noneOf(Role.class);
            left.addAll(row.roles());
            left.addAll(invitedRoles);
            return row.state() != AccountState.ACTIVE
                    || !left.containsAll(
                            account.roles().stream().filter(Role::isStaff).toList())
                    || !account.unit().equals(row.unit())
                    || account.rank() == Rank.PRIVILEGED && row.rank() != Rank.PRIVILEGED;
        }

        boolean hasRolesOf(DirectoryRow row) {
            Set<Role> wanted = EnumSet.noneOf(Role.class);
            wanted.addAll(row.roles());
            wanted.removeAll(invitedRoles);
            return importedRoles.equals(wanted);
        }

        /** A row brings a password to an account without one, or one that was changed elsewhere since. */
        boolean takesPasswordOf(DirectoryRow row) {
            return row.passwordHash().isPresent()
                    && (!hasPassword || !account.passwordChangedAt().equals(row.passwordChangedAt()));
        }
    }

    private record Row(
            UUID id,
            CommonId commonId,
            String name,
            String unit,
            Affiliation affiliation,
            Rank rank,
            boolean shared,
            Optional<AccountId> manager,
            Optional<CommonId> managerCommonId,
            AccountState state,
            Language language,
            boolean languageChosen,
            Optional<Instant> passwordChangedAt,
            boolean hasPassword) {

        private Stored with(List<EmailAddress> addresses, Set<Role> imported, Set<Role> invited) {
            Set<Role> roles = EnumSet.of(Role.HOLDER);
            roles.addAll(imported);
            roles.addAll(invited);
            return new Stored(
                    new Account(
                            new AccountId(id),
                            commonId,
                            name,
                            unit,
                            affiliation,
                            rank,
                            shared,
                            manager,
                            roles,
                            state,
                            language,
                            addresses,
                            passwordChangedAt),
                    managerCommonId,
                    Set.copyOf(imported),
                    Set.copyOf(invited),
                    languageChosen,
                    hasPassword);
        }
    }
}
