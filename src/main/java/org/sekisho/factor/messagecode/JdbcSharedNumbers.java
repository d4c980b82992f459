package org.sekisho.factor.messagecode;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.sekisho.factor.SharedNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for equal digests in the table {@code phone}. */
@Component
class JdbcSharedNumbers implements SharedNumbers {

    /** As many as make a digest one's own. */
    private static final int BYTES = 16;

    private final JdbcClient jdbc;

    JdbcSharedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> usedBy(int accounts) {
        return jdbc.sql(
                        "select p.number_digest, p.account_id, f.bound_in from phone p join factor f on f.id = p.factor_id"
                                + " where p.number_digest in (select number_digest from phone group by number_digest"
                                + " having count(distinct account_id) >= :accounts) order by p.number_digest, p.account_id")
                .param("accounts", accounts)
                .query((row, number) -> {
                    byte[] digest = row.getBytes("number_digest");
                    return new Use(
                            HexFormat.of().formatHex(digest, 0, Math.min(BYTES, digest.length)),
                            row.getObject("account_id", UUID.class),
                            row.getObject("bound_in", UUID.class));
                })
                .list();
    }
}
