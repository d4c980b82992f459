package example.codecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorRevoked;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.InParallel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The how-to “Add a method” shows the code of this package, which stands outside the product and so sees of it no more than
 * any new method would.
 */
class AddAMethodTest {

    private static final Path HOW_TO = Path.of("docs/how-to/add-a-method.md");
    private static final Path SOURCES = Path.of("src/test/java/example/codecard");

    @Test
    void the_code_in_the_how_to_is_the_code_that_compiles_here() throws IOException {
        assertThat(blocks("java")).containsExactly(body("CodeCardFactor"), body("JdbcCardCodes"));
    }

    @Test
    void the_method_works_on_the_table_that_the_how_to_creates() throws Exception {
        try (DatabaseBeans beans =
                new DatabaseBeans(DatabaseBeans.h2("codecard"), JdbcCardCodes.class, CodeCardFactor.class)) {
            blocks("sql").forEach(sql -> beans.get(JdbcClient.class).sql(sql).update());
            FactorType card = beans.get(FactorType.class);
            FactorId factor = FactorId.next();
            beans.get(JdbcCardCodes.class).add(factor, 1, Secret.of("k7mq-22xd"));
            beans.get(JdbcCardCodes.class).add(factor, 2, Secret.of("9wpt-c4hn"));
            assertThat(card.check(asked(factor), Secret.of("none of them"))).isEqualTo(Check.WRONG);
            assertThat(card.check(asked(FactorId.next()), Secret.of("k7mq-22xd")))
                    .isEqualTo(Check.WRONG);
            assertThat(InParallel.on(64, () -> card.check(asked(factor), Secret.of("k7mq-22xd"))))
                    .containsOnly(Check.RIGHT, Check.USED)
                    .containsOnlyOnce(Check.RIGHT);
            assertThat(card.check(asked(factor), Secret.of("9wpt-c4hn"))).isEqualTo(Check.RIGHT);
            ((CodeCardFactor) card)
                    .on(new FactorRevoked(new AccountId(UUID.randomUUID()), factor, card.kind(), "lost"));
            assertThat(card.check(asked(factor), Secret.of("9wpt-c4hn"))).isEqualTo(Check.WRONG);
        }
    }

    private static Challenge asked(FactorId factor) {
        return new Challenge(factor, new AccountId(UUID.randomUUID()), CaseId.next());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(HOW_TO))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The source from the class comment on. */
    private static String body(String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type + ".java"));
        return source.substring(source.indexOf("/**"));
    }
}
