package org.sekisho.methodchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of changes.
 *
 * @param expiry how long after its request an unfinished change ends by itself; one day by default
 */
@ConfigurationProperties("sekisho.method-change")
record MethodChangeProperties(@DefaultValue("1d") Duration expiry) {}
