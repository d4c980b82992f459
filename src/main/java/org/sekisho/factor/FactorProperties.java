package org.sekisho.factor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of methods.
 *
 * @param restricted whether methods of the telephone network (NIST SP 800-63B-4 §3.2.9) are offered to who sets one up; they
 *     are by default
 */
@ConfigurationProperties("sekisho.factor")
record FactorProperties(@DefaultValue("true") boolean restricted) {}
