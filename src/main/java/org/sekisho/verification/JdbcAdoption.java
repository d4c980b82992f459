package org.sekisho.verification;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts who is asked for a second factor. The table {@code account} is the directory's: it is read here as well, and for this
 * count alone, because the other way round all accounts would have to be carried from one to the other.
 */
@Component
class JdbcAdoption implements Adoption {

    private final JdbcClient jdbc;

    JdbcAdoption(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Population> populations() {
        return jdbc.sql("select lower(a.affiliation) as affiliation, lower(a.account_rank) as account_rank,"
                        + " count(*) as accounts, count(e.account_id) as enforced"
                        + " from account a left join verification_enforcement e on e.account_id = a.id"
                        + " where lower(a.state) = 'active' group by lower(a.affiliation), lower(a.account_rank)"
                        + " order by affiliation, account_rank")
                .query((row, number) -> new Population(
                        row.getString("affiliation").toLowerCase(Locale.ROOT),
                        row.getString("account_rank").toLowerCase(Locale.ROOT),
                        row.getLong("accounts"),
                        row.getLong("enforced")))
                .list();
    }
}
