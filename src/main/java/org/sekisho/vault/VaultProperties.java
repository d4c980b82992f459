package org.sekisho.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keyset of the vault comes from. One of the two must be given.
 *
 * @param keyset the keyset itself, as {@code bin/sekisho vault init} writes it; goes before the file
 * @param keysetFile a file that holds it, or a {@code classpath:} location
 */
@ConfigurationProperties("sekisho.vault")
record VaultProperties(
        @DefaultValue("") String keyset, @DefaultValue("") String keysetFile) {

    @Override
    public String toString() {
        return "vault properties";
    }
}
