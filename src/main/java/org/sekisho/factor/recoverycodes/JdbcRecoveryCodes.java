package org.sekisho.factor.recoverycodes;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.shared.GroupedCode;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keyed digests of recovery codes in table {@code recovery_code}; the place of a code in its set is its salt (NIST SP 800-63B-4
 * §3.1.2). The codes themselves are kept nowhere.
 */
@Component
class JdbcRecoveryCodes {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Vault vault;

    JdbcRecoveryCodes(JdbcClient jdbc, Clock clock, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.vault = vault;
    }

    /** Makes these the codes of the method, in place of any it had. Joins a transaction of the caller. */
    void replace(FactorId factor, CodeSet set) {
        destroy(factor);
        for (int place = 0; place < set.codes().size(); place++) {
            jdbc.sql("insert into recovery_code (factor_id, place, set_id, digest)"
                            + " values (:factor, :place, :set, :digest)")
                    .param("factor", factor.value())
                    .param("place", place)
                    .param("set", set.id())
                    .param("digest", vault.digest(GroupedCode.bytes(set.codes().get(place)), context(factor, place)))
                    .update();
        }
    }

    /** Whether the codes of the method are those of this set. */
    boolean holds(FactorId factor, CodeSet set) {
        return jdbc.sql("select count(*) from recovery_code where factor_id = :factor and set_id = :set")
                        .param("factor", factor.value())
                        .param("set", set.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Compares with each code of the set; of any number of parallel calls with the same code one at most is right. */
    Check use(FactorId factor, Secret<String> entered) {
        Optional<Integer> place = jdbc
                .sql("select place, digest from recovery_code where factor_id = :factor order by place")
                .param("factor", factor.value())
                .query((row, number) -> {
                    int candidate = row.getInt("place");
                    return vault.matches(row.getBytes("digest"), GroupedCode.bytes(entered), context(factor, candidate))
                            ? candidate
                            : -1;
                })
                .list()
                .stream()
                .filter(found -> found >= 0)
                .findFirst();
        return place.map(found -> take(factor, found) ? Check.RIGHT : Check.USED)
                .orElse(Check.WRONG);
    }

    private boolean take(FactorId factor, int place) {
        return 1
                == jdbc.sql("update recovery_code set used_at = :now"
                                + " where factor_id = :factor and place = :place and used_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("factor", factor.value())
                        .param("place", place)
                        .update();
    }

    /** How many codes have not been used. */
    int left(FactorId factor) {
        return jdbc.sql("select count(*) from recovery_code where factor_id = :factor and used_at is null")
                .param("factor", factor.value())
                .query(Integer.class)
                .single();
    }

    /** How many codes there are, used ones included. */
    int all(FactorId factor) {
        return jdbc.sql("select count(*) from recovery_code where factor_id = :factor")
                .param("factor", factor.value())
                .query(Integer.class)
                .single();
    }

    void destroy(FactorId factor) {
        jdbc.sql("delete from recovery_code where factor_id = :factor")
                .param("factor", factor.value())
                .update();
    }

    private static String context(FactorId factor, int place) {
        return "recovery-code:" + factor + ":" + place;
    }
}
