package org.sekisho.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.shared.Secret;
import org.sekisho.vault.DataKey;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys in the table {@code audit_person_key}. What is sealed with a person's key is unreadable once they are erased. */
@Component
class JdbcPersonKeys {

    private static final Logger log = LoggerFactory.getLogger(JdbcPersonKeys.class);

    private static final int REMEMBERED = 10_000;
    private static final String CONTEXT = "audit-person-key:";

    /** Stands in no address, digest or name of a device. */
    private static final String FIELDS = "\n";

    private static final int FIELD_COUNT = 3;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final Map<UUID, Key> remembered = new LinkedHashMap<>();

    JdbcPersonKeys(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    SealedOrigin seal(Origin origin, UUID person) {
        Key key = remembered(person).or(() -> stored(person)).orElseGet(() -> made(person));
        byte[] plain = String.join(FIELDS, origin.address(), origin.network(), origin.device())
                .getBytes(StandardCharsets.UTF_8);
        return new SealedOrigin(key.id(), key.data().seal(Secret.of(plain), context(key.id())));
    }

    /** The origin, read with the key as it is stored now; empty where its person was erased. */
    Optional<Origin> open(SealedOrigin origin) {
        return open(List.of(Optional.of(origin))).get(0);
    }

    /** Origins in their order, each as {@link #open(SealedOrigin)} has it; empty as well where somebody has changed one or its key. */
    List<Optional<Origin>> open(List<Optional<SealedOrigin>> origins) {
        Set<UUID> ids = origins.stream()
                .flatMap(Optional::stream)
                .map(SealedOrigin::key)
                .collect(Collectors.toSet());
        Map<UUID, Key> keys = ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, sealed FROM audit_person_key WHERE id IN (:ids) AND sealed IS NOT NULL")
                        .param("ids", ids)
                        .query((row, number) -> untouched(row.getObject("id", UUID.class), row.getBytes("sealed")))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Key::id, key -> key));
        return origins.stream()
                .map(origin -> origin.flatMap(
                        given -> Optional.ofNullable(keys.get(given.key())).flatMap(key -> read(given, key))))
                .toList();
    }

    private Optional<Key> untouched(UUID id, byte[] sealed) {
        try {
            return Optional.of(key(id, sealed));
        } catch (IllegalStateException changed) {
            log.warn("The key {} of a person does not open: it was changed.", id, changed);
            return Optional.empty();
        }
    }

    private static Optional<Origin> read(SealedOrigin origin, Key key) {
        try {
            String plain = new String(
                    key.data().open(origin.sealed(), context(key.id())).reveal(), StandardCharsets.UTF_8);
            String[] fields = plain.split(FIELDS, FIELD_COUNT);
            return Optional.of(new Origin(fields[0], fields[1], fields[2]));
        } catch (IllegalStateException changed) {
            // the event that it belongs to is shown as broken
            log.warn("Where an event came from does not open with the key {}: it was changed.", key.id(), changed);
            return Optional.empty();
        }
    }

    /** Destroys the keys of a person and what tells their networks apart, and tells how many keys there were. */
    int erase(UUID person) {
        forget(person);
        jdbc.sql("UPDATE audit_event SET network = NULL WHERE network IS NOT NULL"
                        + " AND (actor = :person OR (actor IS NULL AND subject = :person))")
                .param("person", person)
                .update();
        return jdbc.sql("UPDATE audit_person_key SET sealed = NULL, erased_at = :now"
                        + " WHERE person = :person AND sealed IS NOT NULL")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }

    private Optional<Key> stored(UUID person) {
        Optional<Key> key = jdbc.sql("SELECT id, sealed FROM audit_person_key"
                        + " WHERE person = :person AND sealed IS NOT NULL ORDER BY id LIMIT 1")
                .param("person", person)
                .query((row, number) -> key(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .optional();
        key.ifPresent(found -> OnceCommitted.run(() -> remember(person, found)));
        return key;
    }

    /** Two nodes at the same moment make two keys, and each event names its own: nothing waits, and nothing fails. */
    private Key made(UUID person) {
        UUID id = UUID.randomUUID();
        SealedSecret sealed = vault.newDataKey(context(id));
        jdbc.sql("INSERT INTO audit_person_key (id, person, sealed, created_at) VALUES (:id, :person, :sealed, :now)")
                .param("id", id)
                .param("person", person)
                .param("sealed", sealed.toBytes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        Key key = key(id, sealed.toBytes());
        OnceCommitted.run(() -> remember(person, key));
        return key;
    }

    private Key key(UUID id, byte[] sealed) {
        return new Key(id, vault.dataKey(SealedSecret.ofBytes(sealed), context(id)));
    }

    private static String context(UUID key) {
        return CONTEXT + key;
    }

    private synchronized Optional<Key> remembered(UUID person) {
        return Optional.ofNullable(remembered.get(person));
    }

    private synchronized void remember(UUID person, Key key) {
        remembered.put(person, key);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private synchronized void forget(UUID person) {
        remembered.remove(person);
    }

    private record Key(UUID id, DataKey data) {}
}
