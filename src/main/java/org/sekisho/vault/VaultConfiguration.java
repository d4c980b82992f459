package org.sekisho.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Opens the vault, or refuses to start and says why. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final String CLASS_PATH = "classpath:";
    private static final String DEMO_KEYSET = "demo/keyset.json";
    private static final String HOW_TO_MAKE_ONE =
            "Make one with `bin/sekisho vault init FILE`, keep a copy in a safe place, and"
                    + " name the file in sekisho.vault.keyset-file (environment: SEKISHO_VAULT_KEYSET_FILE)"
                    + " or put its content into SEKISHO_VAULT_KEYSET.";
    private static final String HOW_TO_FIX_IT =
            "Restore the keyset from your copy, or correct sekisho.vault.keyset-file."
                    + " A new keyset opens nothing that the old one sealed: make one only for an empty database.";

    @Bean
    Vault vault(VaultProperties properties, Environment environment, JdbcVaultCheck check) {
        VaultKeyset keyset = keyset(properties);
        if (!environment.acceptsProfiles(Profiles.of("demo")) && keyset.sharesKeysWith(demoKeyset())) {
            throw new VaultKeysetUnusable(
                    "The keyset of the vault is that of the demo world, which everybody can read.", HOW_TO_MAKE_ONE);
        }
        TinkVault vault = new TinkVault(keyset);
        if (!check.fits(vault)) {
            throw new VaultKeysetUnusable(
                    "The keyset of the vault is not the one that this database was sealed with.",
                    "Start with the keyset this database was first started with"
                            + " (sekisho.vault.keyset-file or sekisho.vault.keyset), or with one rotated from it."
                            + " With another one every stored secret would be lost.");
        }
        return vault;
    }

    private static VaultKeyset keyset(VaultProperties properties) {
        if (!properties.keyset().isBlank()) {
            return parse(properties.keyset(), "The text in sekisho.vault.keyset");
        }
        String location = properties.keysetFile();
        if (location.isBlank()) {
            throw new VaultKeysetUnusable("The vault has no keyset.", HOW_TO_MAKE_ONE);
        }
        Resource resource = location.startsWith(CLASS_PATH)
                ? new ClassPathResource(location.substring(CLASS_PATH.length()))
                : new FileSystemResource(location);
        if (!resource.exists()) {
            throw new VaultKeysetUnusable(
                    "The keyset of the vault is missing: there is no file " + location + ".", HOW_TO_MAKE_ONE);
        }
        try {
            return parse(resource.getContentAsString(StandardCharsets.UTF_8), "The file " + location);
        } catch (IOException e) {
            throw new VaultKeysetUnusable(
                    "The keyset of the vault cannot be read from " + location + ".",
                    "Let the user that runs Sekisho read the file, and nobody else (mode 0600).");
        }
    }

    private static VaultKeyset parse(String text, String where) {
        try {
            return VaultKeyset.parse(text);
        } catch (IllegalArgumentException e) {
            throw new VaultKeysetUnusable(where + " is not a keyset of the vault, or is damaged.", HOW_TO_FIX_IT);
        }
    }

    private static VaultKeyset demoKeyset() {
        try {
            return VaultKeyset.parse(new ClassPathResource(DEMO_KEYSET).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the keyset of the demo world is missing from the product", e);
        }
    }
}
