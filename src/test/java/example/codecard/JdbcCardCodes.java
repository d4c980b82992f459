package example.codecard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keyed digests of the codes on each card, and which of them were used. */
@Component
class JdbcCardCodes {

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcCardCodes(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(FactorId factor, int place, Secret<String> code) {
        jdbc.sql("insert into codecard_code (factor_id, place, digest, used) values (:factor, :place, :digest, false)")
                .param("factor", factor.value())
                .param("place", place)
                .param("digest", vault.digest(bytes(code), context(factor)))
                .update();
    }

    /** Compares with every code of the card; of any number of parallel calls with the same code one at most is right. */
    Check use(FactorId factor, Secret<String> entered) {
        Optional<Integer> place = jdbc
                .sql("select place, digest from codecard_code where factor_id = :factor")
                .param("factor", factor.value())
                .query((row, number) -> vault.matches(row.getBytes("digest"), bytes(entered), context(factor))
                        ? row.getInt("place")
                        : -1)
                .list()
                .stream()
                .filter(found -> found >= 0)
                .findFirst();
        return place.map(found -> take(factor, found) ? Check.RIGHT : Check.USED)
                .orElse(Check.WRONG);
    }

    private boolean take(FactorId factor, int place) {
        return 1
                == jdbc.sql("update codecard_code set used = true"
                                + " where factor_id = :factor and place = :place and used = false")
                        .param("factor", factor.value())
                        .param("place", place)
                        .update();
    }

    void destroy(FactorId factor) {
        jdbc.sql("delete from codecard_code where factor_id = :factor")
                .param("factor", factor.value())
                .update();
    }

    private static String context(FactorId factor) {
        return "codecard:" + factor;
    }

    private static Secret<byte[]> bytes(Secret<String> code) {
        return Secret.of(code.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
