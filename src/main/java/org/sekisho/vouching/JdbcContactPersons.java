package org.sekisho.vouching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom people have named to vouch for them, in the table {@code contact_person}. */
@Component
class JdbcContactPersons {

    private final JdbcClient jdbc;

    JdbcContactPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds one.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the account has named them already
     */
    void add(ContactPerson named) {
        jdbc.sql("insert into contact_person (id, account_id, person_id, registered_at)"
                        + " values (:id, :account, :person, :at)")
                .param("id", named.id())
                .param("account", named.account().value())
                .param("person", named.person().value())
                .param("at", named.registeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those whom an account has named, oldest first. */
    List<ContactPerson> of(AccountId account) {
        return jdbc.sql("select * from contact_person where account_id = :account order by registered_at, id")
                .param("account", account.value())
                .query(JdbcContactPersons::read)
                .list();
    }

    Optional<ContactPerson> find(UUID id) {
        return jdbc.sql("select * from contact_person where id = :id")
                .param("id", id)
                .query(JdbcContactPersons::read)
                .optional();
    }

    private static ContactPerson read(ResultSet row, int number) throws SQLException {
        return new ContactPerson(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("person_id", UUID.class)),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }

    boolean remove(UUID id) {
        return 1
                == jdbc.sql("delete from contact_person where id = :id")
                        .param("id", id)
                        .update();
    }

    /** Takes an account out of it, as who has named and as who was named. */
    void forget(AccountId account) {
        jdbc.sql("delete from contact_person where account_id = :account or person_id = :account")
                .param("account", account.value())
                .update();
    }
}
