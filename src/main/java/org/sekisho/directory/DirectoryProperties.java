package org.sekisho.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts sign in.
 *
 * @param domain the organisation's domain, so that {@code ID@domain} is accepted as well; empty for none
 * @param passwordQueue sign-ins that may wait for a processor before others are told to try again. At 26 ms each (Argon2id,
 *     7 MiB, 5 passes) on two processors, the default makes nobody wait longer than about a second
 */
@ConfigurationProperties("sekisho.directory")
record DirectoryProperties(
        @DefaultValue("") String domain, @DefaultValue("80") int passwordQueue) {}
