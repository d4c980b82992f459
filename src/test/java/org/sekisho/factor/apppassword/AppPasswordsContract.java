package org.sekisho.factor.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.factor.FactorId;
import org.sekisho.shared.Secret;
import org.sekisho.testing.DatabaseBeans;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What app passwords do on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AppPasswordsContract {

    private static final int MOST = 10;

    private final SecureRandom random = new SecureRandom();
    private DatabaseBeans beans;
    private JdbcAppPasswords passwords;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        beans = new DatabaseBeans(database(), JdbcAppPasswords.class);
        passwords = beans.get(JdbcAppPasswords.class);
    }

    @AfterAll
    void stop() {
        beans.close();
    }

    @Test
    void each_is_found_among_all_of_the_account_and_nowhere_else() {
        FactorId mail = FactorId.next();
        FactorId calendar = FactorId.next();
        ShownPassword ofMail = kept(mail);
        ShownPassword ofCalendar = kept(calendar);
        List<FactorId> both = List.of(mail, calendar);
        assertThat(passwords.find(both, MOST, ofMail.password())).hasValue(mail);
        assertThat(passwords.find(both, MOST, ofCalendar.password())).hasValue(calendar);
        assertThat(passwords.find(both, MOST, AppPassword.random(random))).isEmpty();
        assertThat(passwords.find(List.of(calendar), MOST, ofMail.password())).isEmpty();
        assertThat(passwords.find(List.of(), MOST, ofMail.password())).isEmpty();
    }

    @Test
    void it_is_found_also_where_the_policy_allows_fewer_by_now() {
        FactorId mail = FactorId.next();
        ShownPassword ofMail = kept(mail);
        assertThat(passwords.find(List.of(FactorId.next(), mail), 1, ofMail.password()))
                .hasValue(mail);
    }

    @Test
    void a_newer_one_takes_the_place_of_an_older_and_what_ends_is_gone() {
        FactorId mail = FactorId.next();
        ShownPassword first = kept(mail);
        ShownPassword second = kept(mail);
        assertThat(passwords.holds(mail, first)).isFalse();
        assertThat(passwords.holds(mail, second)).isTrue();
        assertThat(passwords.find(List.of(mail), MOST, first.password())).isEmpty();
        passwords.destroy(mail);
        assertThat(passwords.holds(mail, second)).isFalse();
        assertThat(passwords.find(List.of(mail), MOST, second.password())).isEmpty();
    }

    @Test
    void it_is_digested_at_rest() {
        FactorId mail = FactorId.next();
        Secret<String> password = kept(mail).password();
        String stored = beans.get(JdbcClient.class)
                .sql("select digest from app_password where factor_id = :factor")
                .param("factor", mail.value())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .single();
        assertThat(stored)
                .doesNotContain(
                        password.reveal(), AppPassword.canonical(password).reveal());
    }

    private ShownPassword kept(FactorId factor) {
        ShownPassword shown = new ShownPassword(UUID.randomUUID(), "Mail", AppPassword.random(random));
        passwords.replace(factor, shown);
        return shown;
    }
}
