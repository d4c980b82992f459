package org.sekisho.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.shared.Secret;

class VaultTest {

    private final VaultKeyset keyset = VaultKeyset.create();
    private final Vault vault = new TinkVault(keyset);
    private final Secret<byte[]> secret = Secret.of("123456".getBytes(StandardCharsets.UTF_8));

    @Test
    void what_is_sealed_opens_in_its_own_context_alone() {
        SealedSecret sealed = vault.seal(secret, "totp:1");
        assertThat(vault.open(sealed, "totp:1").reveal()).isEqualTo(secret.reveal());
        assertThatThrownBy(() -> vault.open(sealed, "totp:2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealing_twice_gives_different_bytes_and_never_the_secret() {
        SealedSecret sealed = vault.seal(secret, "totp:1");
        assertThat(sealed).isNotEqualTo(vault.seal(secret, "totp:1"));
        assertThat(new String(sealed.toBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("123456");
    }

    @Test
    void what_was_changed_does_not_open() {
        byte[] bytes = vault.seal(secret, "totp:1").toBytes();
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(SealedSecret.ofBytes(bytes), "totp:1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_keyset_opens_and_matches_nothing() {
        Vault other = new TinkVault(VaultKeyset.create());
        SealedSecret sealed = vault.seal(secret, "totp:1");
        byte[] digest = vault.digest(secret, "code:1");
        assertThatThrownBy(() -> other.open(sealed, "totp:1")).isInstanceOf(IllegalStateException.class);
        assertThat(other.matches(digest, secret, "code:1")).isFalse();
    }

    @Test
    void equal_inputs_give_equal_digests_of_at_least_256_bits() {
        byte[] digest = vault.digest(secret, "code:1");
        assertThat(digest).isEqualTo(vault.digest(secret, "code:1")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(vault.matches(digest, secret, "code:1")).isTrue();
    }

    @Test
    void a_digest_matches_neither_another_secret_nor_another_context() {
        byte[] digest = vault.digest(secret, "code:1");
        assertThat(vault.matches(digest, Secret.of("123457".getBytes(StandardCharsets.UTF_8)), "code:1"))
                .isFalse();
        assertThat(vault.matches(digest, secret, "code:2")).isFalse();
        assertThat(vault.matches(digest, Secret.of("1123456".getBytes(StandardCharsets.UTF_8)), "code:"))
                .isFalse();
        assertThat(vault.matches(new byte[0], secret, "code:1")).isFalse();
    }

    @Test
    void after_a_rotation_old_secrets_open_and_old_digests_match() {
        SealedSecret sealed = vault.seal(secret, "totp:1");
        byte[] digest = vault.digest(secret, "code:1");
        VaultKeyset rotated = keyset.rotated();
        Vault later = new TinkVault(VaultKeyset.parse(rotated.toJson()));
        assertThat(later.open(sealed, "totp:1").reveal()).isEqualTo(secret.reveal());
        assertThat(later.matches(digest, secret, "code:1")).isTrue();
        assertThat(later.digest(secret, "code:1")).isNotEqualTo(digest);
        assertThatThrownBy(() -> vault.open(later.seal(secret, "totp:1"), "totp:1"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rotated.sharesKeysWith(keyset)).isTrue();
    }

    @Test
    void a_keyset_file_is_for_its_owner_alone_and_never_overwritten(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("keyset.json");
        keyset.writeTo(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new TinkVault(VaultKeyset.parse(Files.readString(file)))
                        .matches(vault.digest(secret, "code:1"), secret, "code:1"))
                .isTrue();
        assertThatThrownBy(() -> VaultKeyset.create().writeTo(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void nothing_prints_its_keys() {
        assertThat(keyset).hasToString("***");
        assertThat(new VaultProperties(keyset.toJson(), "")).hasToString("vault properties");
        assertThatThrownBy(() -> VaultKeyset.parse(keyset.toJson().replace("\"mac\"", "\"mace\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
    }
}
