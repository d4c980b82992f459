package org.sekisho.factor;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the table {@code factor}. */
@Component
class JdbcMethodFigures implements MethodFigures {

    private final JdbcClient jdbc;

    JdbcMethodFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<InUse> inUse() {
        return jdbc.sql(
                        "select kind, count(distinct case when state = 'ACTIVE' then account_id end) as accounts,"
                                + " sum(case when state = 'ACTIVE' and preferred then 1 else 0 end) as preferred,"
                                + " sum(case when state = 'SUSPENDED' then 1 else 0 end) as suspended"
                                + " from factor where state in ('ACTIVE', 'SUSPENDED') group by kind order by accounts desc, kind")
                .query((row, number) -> new InUse(
                        row.getString("kind"),
                        row.getLong("accounts"),
                        row.getLong("preferred"),
                        row.getLong("suspended")))
                .list();
    }
}
