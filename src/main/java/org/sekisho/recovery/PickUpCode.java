package org.sekisho.recovery;

import java.time.Instant;
import org.sekisho.shared.Secret;

/**
 * A code for the person at the desk.
 *
 * @param code as people read it
 * @param expiresAt until when it can be entered
 */
public record PickUpCode(Secret<String> code, Instant expiresAt) {}
