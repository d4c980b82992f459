package org.sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.audit.AuditTrail;
import org.sekisho.seal.Proofs;
import org.sekisho.seal.Seals;
import org.sekisho.testing.ProductNode;
import org.springframework.context.ConfigurableApplicationContext;

/** The keys of the vault and those of the seal are rotated by the operator's commands, and all that was sealed before holds. */
@Tag("full")
class KeyRotationTest {

    private final StringWriter out = new StringWriter();

    @Test
    void a_trail_stays_intact_when_the_keys_of_the_vault_and_of_the_seal_are_rotated(@TempDir Path directory) {
        Path first = directory.resolve("first.json");
        Path second = directory.resolve("second.json");
        assertThat(run(null, "vault", "init", first.toString())).isZero();
        String before;
        try (ConfigurableApplicationContext node = start(directory, first)) {
            happens(node);
            assertThat(run(node, "audit", "verify")).isZero();
            before = said(node, "audit", "keys");
        }

        assertThat(run(null, "vault", "rotate", first.toString(), second.toString()))
                .isZero();

        try (ConfigurableApplicationContext node = start(directory, second)) {
            assertThat(run(node, "vault", "check")).isZero();
            happens(node);
            assertThat(run(node, "audit", "verify")).isZero();
            assertThat(run(node, "audit", "rotate-key")).isZero();
            happens(node);
            assertThat(said(node, "audit", "verify")).contains("The trail is intact.");
            assertThat(said(node, "audit", "keys").lines()).hasSize(2).contains(before.strip());
            assertThat(node.getBean(Proofs.class).sign(keys -> new byte[] {1}).jws())
                    .isNotEmpty();
        }
    }

    private static ConfigurableApplicationContext start(Path directory, Path keyset) {
        return ProductNode.start(directory, "--sekisho.vault.keyset-file=" + keyset);
    }

    private static void happens(ConfigurableApplicationContext node) {
        node.getBean(AuditTrail.class).record("test.happened", Optional.empty(), Optional.empty(), "done", Map.of());
        Seals.all(node);
    }

    private String said(ConfigurableApplicationContext node, String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(node, arguments)).isZero();
        return out.toString();
    }

    private int run(@Nullable ConfigurableApplicationContext node, String... arguments) {
        PrintWriter writer = new PrintWriter(out, true);
        return OperatorCommands.commandLine((installation, work) ->
                        work.with(Optional.ofNullable(node).orElseThrow()))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
