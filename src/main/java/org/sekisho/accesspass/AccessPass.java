package org.sekisho.accesspass;

import java.time.Instant;
import org.sekisho.shared.Secret;

/**
 * A pass as it leaves the case that made it, towards its person and nobody else.
 *
 * @param code as people read it
 * @param expiresAt until when it can be redeemed
 */
public record AccessPass(Secret<String> code, Instant expiresAt) {}
