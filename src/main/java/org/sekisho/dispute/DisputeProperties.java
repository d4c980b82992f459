package org.sekisho.dispute;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of disputes.
 *
 * @param suspicion how long before a disputed change a method must have been bound to be above suspicion: whoever made the
 *     change may have bound one of their own first; one day by default
 */
@ConfigurationProperties("sekisho.dispute")
record DisputeProperties(@DefaultValue("1d") Duration suspicion) {}
