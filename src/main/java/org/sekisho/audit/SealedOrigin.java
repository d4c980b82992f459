package org.sekisho.audit;

import java.util.UUID;
import org.sekisho.vault.SealedSecret;

/**
 * An {@link Origin} that can be read for as long as the key of its person exists.
 *
 * @param key which key sealed it
 */
public record SealedOrigin(UUID key, SealedSecret sealed) {}
