package org.sekisho.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cases are kept.
 *
 * @param recording whether this node records finished cases; one that does not leaves it to the others
 */
@ConfigurationProperties("sekisho.archive")
record ArchiveProperties(@DefaultValue("true") boolean recording) {}
