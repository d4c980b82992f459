package org.sekisho.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/** The vault opens, or the product does not start and says what to do. */
class VaultStartTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withUserConfiguration(VaultAlone.class)
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:vault-" + UUID.randomUUID()
                    + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0");

    @TempDir
    private Path directory;

    @Test
    void a_keyset_from_a_file_opens_the_vault_again_and_again() throws Exception {
        Path file = directory.resolve("keyset.json");
        VaultKeyset.create().writeTo(file);
        ApplicationContextRunner withFile = runner.withPropertyValues("sekisho.vault.keyset-file=" + file);
        withFile.run(context -> assertThat(context).hasSingleBean(Vault.class));
        withFile.run(context -> assertThat(context).hasSingleBean(Vault.class));
    }

    @Test
    void a_keyset_from_the_environment_opens_the_vault() {
        runner.withPropertyValues("sekisho.vault.keyset=" + VaultKeyset.create().toJson())
                .run(context -> assertThat(context).hasSingleBean(Vault.class));
    }

    @Test
    void without_a_keyset_the_product_refuses_to_start() {
        refuses(runner, "has no keyset", "bin/sekisho vault init FILE");
    }

    @Test
    void with_a_missing_file_the_product_refuses_to_start() {
        Path file = directory.resolve("none.json");
        refuses(
                runner.withPropertyValues("sekisho.vault.keyset-file=" + file),
                "no file " + file,
                "bin/sekisho vault init FILE");
    }

    @Test
    void with_an_unreadable_file_the_product_refuses_to_start() {
        refuses(runner.withPropertyValues("sekisho.vault.keyset-file=" + directory), directory.toString(), "mode 0600");
    }

    @Test
    void with_a_damaged_file_the_product_refuses_to_start() throws Exception {
        Path file = directory.resolve("keyset.json");
        Files.writeString(file, VaultKeyset.create().toJson().substring(0, 100));
        refuses(
                runner.withPropertyValues("sekisho.vault.keyset-file=" + file),
                "is not a keyset of the vault, or is damaged",
                "Restore the keyset");
    }

    @Test
    void with_another_keyset_than_the_database_was_sealed_with_the_product_refuses_to_start() {
        runner.withPropertyValues("sekisho.vault.keyset=" + VaultKeyset.create().toJson())
                .run(context -> assertThat(context).hasNotFailed());
        refuses(
                runner.withPropertyValues(
                        "sekisho.vault.keyset=" + VaultKeyset.create().toJson()),
                "not the one that this database was sealed with",
                "Start with the keyset");
    }

    @Test
    void with_a_rotated_keyset_the_product_starts() {
        VaultKeyset keyset = VaultKeyset.create();
        runner.withPropertyValues("sekisho.vault.keyset=" + keyset.toJson())
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("sekisho.vault.keyset=" + keyset.rotated().toJson())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void with_the_keyset_of_the_demo_world_only_the_demo_world_starts() {
        ApplicationContextRunner withDemoKeyset =
                runner.withPropertyValues("sekisho.vault.keyset-file=classpath:demo/keyset.json");
        refuses(withDemoKeyset, "that of the demo world", "bin/sekisho vault init FILE");
        withDemoKeyset.withPropertyValues("spring.profiles.active=demo").run(context -> assertThat(context)
                .hasSingleBean(Vault.class));
    }

    private static void refuses(ApplicationContextRunner runner, String problem, String remedy) {
        runner.run(context -> {
            assertThat(context).hasFailed();
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            assertThat(NestedExceptionUtils.getMostSpecificCause(failure)).isInstanceOf(VaultKeysetUnusable.class);
            FailureAnalysis analysis = Objects.requireNonNull(new VaultKeysetFailureAnalyzer().analyze(failure));
            assertThat(analysis.getDescription()).contains(problem);
            assertThat(analysis.getAction()).contains(remedy);
        });
    }

    @EnableConfigurationProperties(VaultProperties.class)
    @Import({VaultConfiguration.class, JdbcVaultCheck.class})
    static class VaultAlone {}
}
