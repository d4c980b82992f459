package org.sekisho.factor.apppassword;

import java.util.UUID;
import org.sekisho.shared.Secret;

/**
 * An app password that is shown once, and kept by nobody but the person and their program.
 *
 * @param id tells it from one that is shown later in its place
 * @param name what the person calls it
 */
public record ShownPassword(UUID id, String name, Secret<String> password) {}
